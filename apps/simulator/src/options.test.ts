import { describe, expect, it } from 'vitest'
import { defaultOptions, readCommandLine } from './options.ts'

describe('the command line', () => {
  it('may be empty', () => {
    expect(readCommandLine([])).toEqual({ kind: 'run', options: defaultOptions })
  })

  it('sets every option', () => {
    const line =
      '--port 0 --host ::1 --seed 3 --policies 5 --vms 2 --days 4 --json-case pascal --now 2026-11-23T14:30:00Z --speed 60 --latency-ms 20 --idle-minutes 0.5 --bom --control --cert-dir x/y --max-page-size=50'
    expect(readCommandLine(line.split(' '))).toEqual({
      kind: 'run',
      options: {
        port: 0,
        host: '::1',
        seed: 3,
        policies: 5,
        vms: 2,
        days: 4,
        jsonCase: 'pascal',
        now: Date.parse('2026-11-23T14:30:00Z'),
        speed: 60,
        latencyMs: 20,
        idleMinutes: 0.5,
        bom: true,
        control: true,
        certDir: 'x/y',
        maxPageSize: 50,
      },
    })
  })

  it('--help lists all options', () => {
    const help = readCommandLine(['--help'])
    expect(help.kind === 'help' && help.text).toContain('--max-page-size N')
  })

  it.each([
    ['--ports 1', '--ports'],
    ['9398', '"9398"'],
    ['--port', '--port needs a value'],
    ['--port http', '--port must be a whole number from 0 to 65535, not "http"'],
    ['--port 70000', '--port'],
    ['--policies 0', '--policies'],
    ['--vms 1.5', '--vms must be a whole number'],
    ['--json-case snake', '--json-case must be camel or pascal'],
    ['--now yesterday', '--now must be an ISO 8601 time'],
    ['--now 2026-13-45', '--now'],
    ['--speed fast', '--speed'],
    ['--bom=yes', '--bom takes no value'],
    ['--host=', '--host'],
    ['--__proto__ 1', '--__proto__'],
    ['-x', '-x'],
  ])('%s is refused in one sentence', (line, part) => {
    const read = readCommandLine(line.split(' '))
    const message = read.kind === 'wrong' ? read.message : ''
    expect(message).toContain(part)
    expect(message).toMatch(/^[^\n]+\.$/)
  })
})
