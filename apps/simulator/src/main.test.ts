import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from './test-client.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'simulator-'))
})
afterAll(() => rm(directory, { recursive: true }))

function start(...args: string[]) {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), '--cert-dir', directory, '--policies', '2', ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
}

function output(stream: Readable | null): Promise<string> {
  if (!stream) throw new Error('the program has no such output')
  return text(stream)
}

describe('the program', () => {
  it.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)(
    'says in one line and one message where it listens, and ends on %s',
    async (way) => {
      const child = start('--port', '0')
      const printed = output(child.stdout)
      const [message]: unknown[] = await once(child, 'message')
      expect(at(message, 'url')).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      expect(at(message, 'username')).toBe('DEMO\\operator')
      expect(at(message, 'password')).toBe('demo')
      const exited = once(child, 'exit')
      if (way === 'disconnect') child.disconnect()
      else child.kill(way)
      expect((await exited)[0]).toBe(0)
      expect(await printed).toBe(
        `Simulated Enterprise Manager at ${at(message, 'url')} · user DEMO\\operator, password demo · certificate SHA-256 ${at(message, 'certSha256')}\n`,
      )
    },
  )

  it.each([
    [['--port', 'x'], 2, 'Option --port must be'],
    [['--host', '203.0.113.1', '--port', '0'], 1, 'Cannot start: listen'],
  ] as const)('ends with one line of error for %j', async (args, code, part) => {
    const child = start(...args)
    const [error, [exitCode]] = await Promise.all([output(child.stderr), once(child, 'exit')])
    expect(exitCode).toBe(code)
    expect(error).toContain(part)
    expect(error.trimEnd().split('\n')).toHaveLength(1)
  })

  it('helps', async () => {
    const child = start('--help')
    const [printed, [exitCode]] = await Promise.all([output(child.stdout), once(child, 'exit')])
    expect(exitCode).toBe(0)
    expect(printed).toContain('--idle-minutes')
  })
})
