import { describe, expect, it } from 'vitest'
import { readTypedTime } from '../filter/typed-time.ts'
import { readRange } from './read-range.ts'

const read = (from: string, to: string) =>
  readRange({ from, to }, (label, text) => readTypedTime(label, text, 'utc'))

describe('readRange', () => {
  it.each([
    [
      '2026-06-01',
      '2026-06-02 06:30',
      { ok: true, from: '2026-06-01T00:00:00Z', to: '2026-06-02T06:30:00Z' },
    ],
    ['2026-06-01 02:00 +02:00', '', { ok: true, from: '2026-06-01T00:00:00Z', to: undefined }],
    ['', '2026-06-02', { ok: true, from: undefined, to: '2026-06-02T00:00:00Z' }],
  ])('%s to %s', (from, to, range) => expect(read(from, to)).toEqual(range))

  it.each([
    ['', ' ', 'from'],
    ['soon', '', 'from'],
    ['2026-06-01', '2026-02-31', 'to'],
    ['2026-06-02', '2026-06-02', 'to'],
  ])('%s to %s is refused at its end', (from, to, end) => {
    expect(read(from, to)).toMatchObject({ ok: false, end })
  })
})
