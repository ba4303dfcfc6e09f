import { expect, it } from 'vitest'
import { sampleFreshness, sampleNow, sampleOverview } from './wall-fixture.ts'
import { type ViewFacts, viewOf } from './wall-view.ts'

const facts: ViewFacts = {
  overview: sampleOverview(),
  freshness: sampleFreshness(),
  trouble: null,
  sleptMs: null,
  clock: { server: sampleNow, at: { steady: 1000, shown: sampleNow } },
  at: { steady: 3000, shown: sampleNow + 2000 },
  screen: { width: 1920, height: 1080 },
  options: { rotate: 0, scale: 1 },
  turning: { page: 0, turnedAt: 1000, isPaused: false },
  controlsUntil: 0,
  waitsForClick: false,
}

it('tells the time by the server, and that all is well', () => {
  const { view } = viewOf(facts)
  expect(view).toMatchObject({ now: sampleNow + 2000, bands: [], page: 0, pages: 1 })
  expect(view.hasControls).toBe(false)
  expect(viewOf({ ...facts, controlsUntil: 3001 }).view.hasControls).toBe(true)
})

it('gives a notice the place of a reason, and turns the pages', () => {
  const clock = { server: sampleNow, at: { steady: 1000, shown: sampleNow + 120_000 } }
  const { view } = viewOf({ ...facts, clock })
  expect(view.bands.map(({ kind }) => kind)).toEqual(['clock'])
  expect(view.room.reasons).toBe(2)
  const [tile] = sampleOverview().tiles
  const overview = sampleOverview({ tiles: tile ? Array.from({ length: 6 }, () => tile) : [] })
  const later = { steady: 21_000, shown: sampleNow + 20_000 }
  const turned = viewOf({ ...facts, overview, at: later })
  expect(turned.view).toMatchObject({ page: 1, pages: 2 })
  expect(turned.turning).toEqual({ page: 1, turnedAt: 21_000, isPaused: false })
})
