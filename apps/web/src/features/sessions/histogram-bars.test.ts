import type { Histogram } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { barAt, barPaths, barStart, barSums } from './histogram-bars.ts'

const histogram: Histogram = {
  fromUTC: '2026-06-15T00:00:00.000Z',
  stepSeconds: 3600,
  ok: [10, 0, 1000],
  unknown: [0, 0, 0],
  warning: [5, 0, 0],
  failed: [5, 0, 1],
}

describe('a histogram', () => {
  it('knows its bars', () => {
    expect(barAt(histogram, 2)).toEqual({ ok: 1000, unknown: 0, warning: 0, failed: 1 })
    expect(new Date(barStart(histogram, 2)).toISOString()).toBe('2026-06-15T02:00:00.000Z')
    expect(barSums(histogram)).toEqual({ ok: 1010, unknown: 0, warning: 5, failed: 6 })
  })

  it('is drawn stacked, what is wrong never too small to see, and no bar beyond the top', () => {
    const paths = barPaths(histogram)
    // 1001 sessions are the whole height, so 10 are 1 of 100, and are drawn 2 high.
    expect(paths.ok).toBe('M0 100V98h0.82V100zM2 100V6h0.82V100z')
    expect(paths.warning).toBe('M0 98V93h0.82V98z')
    expect(paths.failed).toBe('M0 93V87h0.82V93zM2 6V0h0.82V6z')
    expect(paths.unknown).toBe('')
  })

  it('of nothing is empty', () => {
    const nothing = { ...histogram, ok: [0], unknown: [0], warning: [0], failed: [0] }
    expect(barPaths(nothing)).toEqual({ ok: '', unknown: '', warning: '', failed: '' })
  })
})
