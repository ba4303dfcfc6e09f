import { describe, expect, it } from 'vitest'
import { fromWallClock, toWallClock } from './wall-clock.ts'

describe('the wall clock of a zone', () => {
  it.each(['2026-11-23T14:32:07Z', '2026-03-29T00:59:59Z', '2026-10-25T12:00:00Z'])(
    '%s and back',
    (iso) => {
      expect(fromWallClock(toWallClock(iso, 'utc'), 'utc')).toBe(iso)
      expect(fromWallClock(toWallClock(iso, 'local'), 'local')).toBe(iso)
    },
  )
  it('shows UTC as it is', () =>
    expect(toWallClock('2026-11-23T14:32:07.5Z', 'utc')).toBe('2026-11-23 14:32:07'))
  it('names no moment for nonsense', () => expect(fromWallClock('soon', 'utc')).toBeUndefined())
})
