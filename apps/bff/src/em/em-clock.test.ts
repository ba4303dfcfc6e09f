import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EmClock } from './em-clock.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const hour = 3_600_000
const printed = (time: number) => new Date(time).toUTCString()

describe('EM’s clock', () => {
  it('is taken for this server’s before EM has answered', () => {
    expect(new EmClock().offsetMs).toBe(0)
  })

  it.each([undefined, '', 'yesterday'])('learns nothing from the date %j', (date) => {
    const clock = new EmClock()
    clock.note(printed(noon + hour), noon, noon + 10)
    const { offsetMs } = clock
    clock.note(date, noon, noon + 10)
    expect(clock.offsetMs).toBe(offsetMs)
  })

  it.each([0, hour, -hour, 30 * 24 * hour])('that is %i ms ahead is found', (ahead) => {
    const clock = new EmClock()
    clock.note(printed(noon + ahead + 20), noon, noon + 40)
    expect(Math.abs(clock.offsetMs - ahead)).toBeLessThanOrEqual(520)
  })

  it('is not blurred by a slow answer', () => {
    const clock = new EmClock()
    clock.note(printed(noon + hour), noon, noon + 10)
    const { offsetMs } = clock
    clock.note(printed(noon + hour), noon, noon + 60_000)
    expect(clock.offsetMs).toBe(offsetMs)
  })

  it.each([hour, -hour])('is followed when it is moved by %i ms', (jump) => {
    const clock = new EmClock()
    for (let second = 0; second < 20; second += 1) {
      const at = noon + second * 1000
      clock.note(printed(at), at, at + 10)
    }
    clock.note(printed(noon + 60_000 + jump), noon + 60_000, noon + 60_010)
    expect(Math.abs(clock.offsetMs - jump)).toBeLessThanOrEqual(520)
  })

  it('is known the better the more answers there were', () => {
    const answer = fc.record({
      sentAt: fc.integer({ min: 0, max: hour }),
      there: fc.integer({ min: 0, max: 300 }),
      back: fc.integer({ min: 0, max: 300 }),
    })
    const ahead = fc.integer({ min: -24 * hour, max: 24 * hour })
    fc.assert(
      fc.property(ahead, fc.array(answer, { minLength: 1 }), (offset, answers) => {
        const clock = new EmClock()
        let worst = Number.POSITIVE_INFINITY
        for (const { sentAt, there, back } of answers) {
          const sent = noon + sentAt
          clock.note(printed(sent + there + offset), sent, sent + there + back)
          worst = Math.min(worst, (1000 + there + back) / 2 + 1)
          expect(Math.abs(clock.offsetMs - offset)).toBeLessThanOrEqual(worst)
        }
      }),
    )
  })
})
