import { expect, it } from 'vitest'
import { hasNewFailure } from './new-failures.ts'
import { sampleOverview } from './wall-fixture.ts'

const [tile] = sampleOverview().tiles
const withFailed = (...uids: readonly string[]) =>
  sampleOverview({
    counts: { ...sampleOverview().counts, failed: uids.length },
    tiles: tile ? uids.map((uid) => ({ ...tile, uid })) : [],
  })

it.each([
  ['the first picture', null, withFailed('a'), false],
  ['the same', withFailed('a'), withFailed('a'), false],
  ['one more', withFailed('a'), withFailed('a', 'b'), true],
  ['another instead', withFailed('a'), withFailed('b'), true],
  ['one less', withFailed('a', 'b'), withFailed('a'), false],
  [
    'one more beyond the tiles',
    withFailed('a'),
    { ...withFailed('a'), counts: { ...withFailed('a').counts, failed: 2 } },
    true,
  ],
])('%s', (_name, before, now, expected) => {
  expect(hasNewFailure(before, now)).toBe(expected)
})
