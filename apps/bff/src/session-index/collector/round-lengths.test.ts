import { describe, expect, it } from 'vitest'
import { hourMs, secondMs } from './em-time.ts'
import { RoundLengths } from './round-lengths.ts'

/** How old what was read gets at most, before the next round has brought anything newer. */
function oldestSeconds(pollSeconds: number, took: number, next: number): number {
  return took + Math.max(pollSeconds, 4 * took) + next
}

describe('the age at which what was read is called old', () => {
  it.each([
    [30, [], 60],
    [30, [0.2, 0.2], 60],
    [30, [6], 72],
    [30, [0.2, 12, 0.2], 120],
    [5, [0.1, 2], 20],
    [30, [50, 0.2], 500],
    [30, [300], 600],
    [600, [0.5], 1200],
  ])('polls of %f s, rounds of %j s: %i s', (pollSeconds, rounds, expected) => {
    const lengths = new RoundLengths(pollSeconds * secondMs)
    for (const took of rounds) lengths.note(took * secondMs, 1000)
    expect(lengths.staleAfterSeconds(1000)).toBe(expected)
  })

  it('is never reached by rounds that come as they do, be they short or long, up to a minute', () => {
    for (const poll of [1, 5, 30, 60]) {
      for (const long of [0.1, 1, 3, 7.5, 20, 60]) {
        const lengths = new RoundLengths(poll * secondMs)
        lengths.note(0.1 * secondMs, 0)
        lengths.note(long * secondMs, 0)
        const stale = lengths.staleAfterSeconds(0)
        for (const [took, next] of [
          [long, long],
          [0.1, long],
          [long, 0.1],
        ] as const) {
          expect(oldestSeconds(poll, took, next)).toBeLessThanOrEqual(stale + 1)
        }
      }
    }
  })

  it('forgets a long round after an hour', () => {
    const lengths = new RoundLengths(30 * secondMs)
    expect(lengths.note(20 * secondMs, 0)).toBe(80 * secondMs)
    expect(lengths.note(0.2 * secondMs, hourMs)).toBe(30 * secondMs)
    expect(lengths.staleAfterSeconds(hourMs)).toBe(200)
    expect(lengths.staleAfterSeconds(hourMs + 1)).toBe(60)
  })
})
