import { describe, expect, it } from 'vitest'
import { parseInstant, printInstant, printNameTime, truncate } from './ticks.ts'

function read(text: string): number {
  const ticks = parseInstant(text)
  if (ticks === undefined) throw new Error(`${text} is not an instant`)
  return ticks
}

describe('instants', () => {
  it.each([
    ['2026-06-15', '2026-06-15T00:00:00Z'],
    ['2026-06-15T06:00:00Z', '2026-06-15T06:00:00Z'],
    ['2026-06-15T06:00:00', '2026-06-15T06:00:00Z'],
    ['2026-06-15 06:00Z', '2026-06-15T06:00:00Z'],
    ['2026-06-15T06:00:53.78Z', '2026-06-15T06:00:53.78Z'],
    ['2026-06-15T06:00:10.6595590Z', '2026-06-15T06:00:10.659559Z'],
    ['2026-06-15T06:00:10.6595591Z', '2026-06-15T06:00:10.6595591Z'],
    ['2019-12-31T23:59:59.9Z', '2019-12-31T23:59:59.9Z'],
  ])('%s is read as %s', (text, printed) => expect(printInstant(read(text))).toBe(printed))

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-06-15T06:00:00+02:00',
    '2026-06-15T06:00:00.12345678Z',
    '15.06.2026',
  ])('%j is refused', (text) => expect(parseInstant(text)).toBeUndefined())

  it.each([
    [0, '2026-06-15T06:00:10Z'],
    [2, '2026-06-15T06:00:10.65Z'],
    [7, '2026-06-15T06:00:10.6595591Z'],
  ])('are cut to %i digits', (digits, printed) => {
    expect(printInstant(truncate(read('2026-06-15T06:00:10.6595591Z'), digits))).toBe(printed)
  })

  it('keep their order to 100 ns', () => {
    expect(read('2026-06-15T06:00:10.6595591Z') - read('2026-06-15T06:00:10.659559Z')).toBe(1)
  })

  it('stand in names without a zone', () => {
    expect(printNameTime(read('2026-06-15T06:00:10.65Z'))).toBe('2026-06-15 06:00:10')
  })
})
