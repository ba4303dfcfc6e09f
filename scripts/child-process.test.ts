import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runNode, runProgram } from './child-process.ts'

const kept = { output: 'kept' } as const

describe('runNode', () => {
  it.each([
    ['console.log("a"); console.error("b")', 0, /^[ab]\n[ab]\n$/],
    ['process.exit(3)', 3, /^$/],
    ['process.kill(process.pid, "SIGTERM")', 143, /^$/],
    ['console.log(require("fs").readFileSync(0).length)', 0, /^0\n$/],
  ])('runs %s', async (script, code, text) => {
    const ended = await runNode(['-e', script], kept)
    expect(ended.code).toBe(code)
    expect(ended.text).toMatch(text)
  })

  it('rejects where the program is not there', async () => {
    await expect(runProgram('/nowhere/program', [], kept)).rejects.toThrow('ENOENT')
  })
})

const child = `
  process.on('SIGTERM', () => { console.log('told'); process.exit(0) })
  console.log('up')
  setInterval(() => {}, 1000)`
const parent = `
  import { runNode } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'child-process.ts')).href)}
  await runNode(['-e', ${JSON.stringify(child)}], { output: 'shown' })
  console.log('went on')`
const parentArgs = ['--input-type=module', '-e', parent]

/** What a process and its children write until the last of them is gone; `stop` is called when they are up. */
function watch(
  watched: ChildProcess,
  stop: () => void,
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    let text = ''
    watched.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (chunk.includes('up')) stop()
      text += chunk
    })
    watched.once('close', (code) => resolve({ code, text }))
  })
}

describe('a program that is being run', () => {
  it('is told to stop when this process is, which goes no further', async () => {
    const process = spawn(execPath, parentArgs, { stdio: ['ignore', 'pipe', 'inherit'] })
    const { code, text } = await watch(process, () => process.kill('SIGTERM'))
    expect(text).toBe('up\ntold\n')
    expect(code).toBe(143)
  })

  it.skipIf(process.platform === 'win32')('is told to stop when npm’s shell is gone', async () => {
    const shell = spawn('sh', ['-c', '"$0" "$@"; true', execPath, ...parentArgs], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { text } = await watch(shell, () => shell.kill('SIGKILL'))
    expect(text).toBe('up\ntold\n')
  })
})
