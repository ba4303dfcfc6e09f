import { execFile } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const heapTrim = pathToFileURL(path.join(import.meta.dirname, 'heap-trim.ts')).href

/** Holds so many megabytes, lets go of them and trims; tells the heap's size in MB at first, then and at last. */
function script(megabytes: number, state: 'busy' | 'idle'): string {
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
    trim.trim('${state}')
    console.log(JSON.stringify([first, most, heap()]))`
}

async function trimmed(
  megabytes: number,
  flags: readonly string[],
  state: 'busy' | 'idle' = 'busy',
): Promise<number[]> {
  // With small young generations the heap grows in small steps.
  const args = [
    ...flags,
    '--max-semi-space-size=1',
    '--input-type=module',
    '--eval',
    script(megabytes, state),
  ]
  const { stdout } = await promisify(execFile)(execPath, args)
  return JSON.parse(stdout)
}

it('gives back what a large piece of work took', async () => {
  const [first = 0, most = 0, last = 0] = await trimmed(80, ['--expose-gc'])
  expect(most).toBeGreaterThanOrEqual(first + 80)
  expect(last).toBeLessThan(first + 20)
})

it('gives back more when there is nothing else to do', async () => {
  const [, busy = 0, kept = 0] = await trimmed(20, ['--expose-gc'])
  expect(kept).toBe(busy)
  const [first = 0, , last = 0] = await trimmed(20, ['--expose-gc'], 'idle')
  expect(last).toBeLessThan(first + 10)
})

it('leaves small ones to V8, and does without where Node does not offer it', async () => {
  const [, small = 0, left = 0] = await trimmed(8, ['--expose-gc'])
  expect(left).toBe(small)
  const [, most = 0, last = 0] = await trimmed(80, [])
  expect(last).toBe(most)
})
