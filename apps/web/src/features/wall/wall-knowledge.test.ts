import { expect, it } from 'vitest'
import { serverTime } from './wall-clock.ts'
import { sampleFreshness, sampleNow, sampleOverview } from './wall-fixture.ts'
import { breakOff, hear, isBehind, knowNothing, wakeUp } from './wall-knowledge.ts'

const at = (seconds: number) => ({
  steady: seconds * 1000,
  shown: sampleNow + 3600_000 + seconds * 1000,
})
const news = (seconds: number, freshness = null) => ({
  serverMs: sampleNow + seconds * 1000,
  freshness,
})

it('takes the time from the server, and lets it not jump by the way to here', () => {
  const begun = knowNothing(at(0))
  expect(serverTime(begun.clock, at(1))).toBe(sampleNow + 3601_000)
  const heard = hear(begun, news(2), at(2))
  expect(serverTime(heard.clock, at(3))).toBe(sampleNow + 3000)
  expect(hear(heard, news(11), at(10)).clock).toBe(heard.clock)
  expect(serverTime(hear(heard, news(13), at(10)).clock, at(10))).toBe(sampleNow + 13_000)
})

it('keeps what it knew over trouble, which lasts from its beginning until something is heard', () => {
  const freshness = sampleFreshness()
  const heard = hear(knowNothing(at(0)), { ...news(0), freshness }, at(0))
  const broken = breakOff(heard, { kind: 'unreachable' }, at(10))
  const problem = { title: 'No', status: 401, detail: 'It is so.' }
  const refused = breakOff(broken, { kind: 'refused', problem }, at(30))
  expect(refused).toMatchObject({
    freshness,
    trouble: { kind: 'refused', since: sampleNow + 10_000 },
  })
  const slept = wakeUp(refused, 90_000, at(120))
  expect(slept).toMatchObject({ sleptMs: 90_000, freshness })
  expect(serverTime(slept.clock, at(120))).toBe(at(120).shown)
  expect(hear(slept, news(121), at(121))).toMatchObject({ trouble: null, sleptMs: null, freshness })
})

it.each([
  [null, null, false],
  [null, sampleOverview(), false],
  [sampleFreshness(), null, true],
  [sampleFreshness(), sampleOverview(), false],
  [sampleFreshness({ dataVersion: 8 }), sampleOverview(), true],
])('%#: is behind', (freshness, overview, expected) => {
  expect(isBehind({ ...knowNothing(at(0)), freshness, overview })).toBe(expected)
})
