import { execFile } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const heapTrim = pathToFileURL(path.join(import.meta.dirname, 'heap-trim.ts')).href

/** Holds so many megabytes, lets go of them and trims; tells the heap's size in MB at first, then and at last. */
function script(megabytes: number): string {
  return `
    import { getHeapStatistics } from 'node:v8'
    import { HeapTrim } from '${heapTrim}'
    const heap = () => getHeapStatistics().total_heap_size / 2 ** 20
    const trim = new HeapTrim()
    const first = heap()
    let held = []
    while (heap() < first + ${megabytes}) held.push(Array.from({ length: 100 }, () => ({ number: Math.random() })))
    const most = heap()
    held = []
    trim.trim()
    console.log(JSON.stringify([first, most, heap()]))`
}

async function trimmed(megabytes: number, flags: readonly string[]): Promise<number[]> {
  const args = [...flags, '--input-type=module', '--eval', script(megabytes)]
  const { stdout } = await promisify(execFile)(execPath, args)
  return JSON.parse(stdout)
}

it('gives back what a large piece of work took', async () => {
  const [first = 0, most = 0, last = 0] = await trimmed(80, ['--expose-gc'])
  expect(most).toBeGreaterThan(first + 80)
  expect(last).toBeLessThan(first + 20)
})

it('leaves small ones to V8, and does without where Node does not offer it', async () => {
  const [, small = 0, left = 0] = await trimmed(8, ['--expose-gc'])
  expect(left).toBe(small)
  const [, most = 0, last = 0] = await trimmed(80, [])
  expect(last).toBe(most)
})
