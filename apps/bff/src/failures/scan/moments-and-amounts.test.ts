import { describe, expect, it } from 'vitest'
import { scan } from './scan.ts'

const noNames = { vms: [], policies: [], backupServers: [], sessions: [], proxies: [] }

function kindsOf(text: string): string[] {
  return scan(`x ${text} x`, noNames).tokens.flatMap((token) =>
    token.kind === 'variable' ? [token.variable] : [],
  )
}

describe('a moment is one part', () => {
  it.each([
    '2026-11-22',
    '2026-11-22 01:00:08',
    '2026-11-22T01:00:08.5311Z',
    '2026-11-22T01:00:08+01:00',
    '2026/11/22 1:00:08',
    '11/22/2026 1:00:08 AM',
    '11/22/26',
    '22.11.2026 01:00:08',
    '22.11.2026 01:00 Uhr',
    '22. 11. 2026',
    '22-11-2026',
    '22 Nov 2026 01:00',
    '22. november 2026 kl. 01:00',
    '22-Nov-2026',
    'Nov 22, 2026',
    'November 22nd, 2026 at 1:00 pm',
    'Sunday, November 22, 2026 1:00:08 AM',
    'Sun, 22 Nov 2026 01:00:08 GMT',
    '2026年11月22日 1時0分8秒',
    '2026년 11월 22일',
    '20261122T010008Z',
    '01:00:08',
    '1.02:03:04',
  ])('%s', (text) => expect(kindsOf(text)).toEqual(['time']))
})

describe('an amount is one part', () => {
  it.each([
    ['5', 'number'],
    ['1,000', 'number'],
    ['2nd', 'number'],
    ['٤٥', 'number'],
    ['-5', 'number'],
    ['13.0.1.1175', 'version'],
    ['v8.0.3', 'version'],
    ['41.2 GB', 'size'],
    ['512MiB', 'size'],
    ['10 MB/s', 'size'],
    ['4096 байт', 'size'],
    ['3 %', 'percent'],
    ['99.5%', 'percent'],
    ['15 sec', 'duration'],
    ['53 min 15 sec', 'duration'],
    ['1d2h', 'duration'],
    ['1 minute and 5 seconds', 'duration'],
    ['2 Std. 5 Minuten', 'duration'],
    ['1時間30分', 'duration'],
    ['30 ثانية', 'duration'],
    ['5-minute', 'duration'],
  ])('%s', (text, kind) => expect(kindsOf(text)).toEqual([kind]))
})

it('is read in pieces where it is longer than any number', () => {
  expect(kindsOf('1.'.repeat(40))).toEqual(['version', 'version', 'version'])
  expect(kindsOf(`${'1.'.repeat(40)}1a`).at(-1)).toBe('name')
})

it('is one part at the end of a text', () => {
  expect(scan('5日', noNames).tokens).toEqual([
    { kind: 'variable', variable: 'duration', start: 0, end: 2 },
  ])
})

describe('what is alike is none', () => {
  it.each<[string, string[]]>([
    ['may 5 disks', ['number']],
    ['from 40 to 501', ['number', 'number']],
    ['1 time', ['number']],
    ['sun 5', ['number']],
    ['2026 December', ['number']],
    ['version 13.0.1.20', ['version']],
    ['5abc', ['name']],
  ])('%s', (text, kinds) => expect(kindsOf(text)).toEqual(kinds))
})
