import { expect, it } from 'vitest'
import { readRounds } from './round-log.ts'

it('reads the rounds of a log, and passes over all else', () => {
  const log = [
    'CDP Watch is at http://127.0.0.1:8080 · demo data',
    '{"level":20,"dataVersion":7,"added":1,"committedUTC":"2026-06-15T09:30:00.250Z","msg":"Enterprise Manager was read"}',
    '{"level":20,"req":{"url":"/api/overview"},"msg":"request completed"}',
    '{"level":20,"dataVersion":9,"committedUTC":"2026-06-15T09:30:30.000Z"}',
    '',
  ].join('\n')
  expect(readRounds(log)).toEqual([
    { dataVersion: 7, committedMs: Date.UTC(2026, 5, 15, 9, 30, 0, 250) },
    { dataVersion: 9, committedMs: Date.UTC(2026, 5, 15, 9, 30, 30) },
  ])
})
