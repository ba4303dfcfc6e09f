import { describe, expect, it } from 'vitest'
import { backOffMs, Pace } from './pace.ts'

describe('the wait after failures', () => {
  it.each([
    [1, 30_000, undefined, 30_000],
    [2, 30_000, undefined, 60_000],
    [4, 30_000, undefined, 240_000],
    [5, 30_000, undefined, 300_000],
    [50, 30_000, undefined, 300_000],
    [5000, 30_000, undefined, 300_000],
    [1, 30_000, 120, 120_000],
    [3, 30_000, 1, 120_000],
    [3, 3_600_000, undefined, 3_600_000],
  ])('after %i at a poll of %i ms, asked for %j s, is %i ms', (failures, pollMs, asked, ms) => {
    expect(backOffMs(failures, pollMs, asked, 0.5)).toBe(ms)
  })

  it('differs by chance, a quarter both ways', () => {
    expect(backOffMs(1, 1000, undefined, 0)).toBe(750)
    expect(backOffMs(1, 1000, undefined, 1)).toBe(1250)
  })
})

describe('the pace', () => {
  it('begins at once, rests as it is told, and begins anew after a success', () => {
    const pace = new Pace(1000)
    expect(pace.dueAt).toBe(0)
    pace.succeeded(50, 1000)
    expect(pace.dueAt).toBe(1050)
    for (let failures = 0; failures < 4; failures += 1) pace.failed(0, undefined)
    expect(pace.dueAt).toBeGreaterThanOrEqual(6000)
    pace.succeeded(0, 0)
    pace.failed(0, undefined)
    expect(pace.dueAt).toBeLessThanOrEqual(1250)
  })
})
