import type { WallLink } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { goodFirst, stateOf } from './link-state.ts'

const now = Date.parse('2026-06-15T09:30:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
const link: WallLink = {
  id: '1',
  name: 'NOC north',
  createdUTC: ago(9000),
  madeBy: null,
  lastSeenUTC: null,
  address: null,
  version: null,
  pageVersion: null,
  revokedUTC: null,
}

it.each<[Partial<WallLink>, string]>([
  [{}, 'unopened'],
  [{ lastSeenUTC: ago(149) }, 'shown'],
  [{ lastSeenUTC: ago(-5) }, 'shown'],
  [{ lastSeenUTC: ago(150) }, 'away'],
  [{ lastSeenUTC: ago(1), revokedUTC: ago(0) }, 'revoked'],
])('%j: %s', (changes, state) => {
  expect(stateOf({ ...link, ...changes }, now)).toBe(state)
})

it('has those that are good first, and leaves their order', () => {
  const links = ['a', 'b', 'c', 'd'].map((id, n) => ({
    ...link,
    id,
    revokedUTC: n % 2 === 0 ? ago(n) : null,
  }))
  expect(goodFirst(links).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c'])
})
