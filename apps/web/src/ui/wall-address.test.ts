import { overviewQuerySchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { leftOutWords, type WallFilters, wallAddress, wallLinkAddress } from './wall-address.ts'

it.each<[WallFilters, string]>([
  [{}, '/wall'],
  [{ q: undefined, sort: '-creationTimeUTC' }, '/wall'],
  [{ from: '2026-11-16T00:00:00Z', to: '2026-11-17T00:00:00Z', q: 'a b' }, '/wall?q=a+b'],
  [
    { health: ['failed', 'missing'], filter: 'PolicyName~="x&y"' },
    '/wall?health=failed&health=missing&filter=PolicyName%7E%3D%22x%26y%22',
  ],
])('%j: %s', (filters, expected) => {
  const address = wallAddress(filters)
  expect(address).toBe(expected)
  const search = new URL(address, 'http://x').searchParams
  const asked = Object.fromEntries(Array.from(search.keys(), (key) => [key, search.getAll(key)]))
  const single = {
    ...asked,
    ...(asked.q && { q: asked.q[0] }),
    ...(asked.filter && { filter: asked.filter[0] }),
  }
  expect(overviewQuerySchema.safeParse(single).success).toBe(true)
})

it('leads to a link that shows the same', () => {
  const address = wallLinkAddress({ health: ['failed', 'missing'], q: 'a&b', sort: 'name' })
  const show = new URL(address, 'http://x').searchParams.get('show')
  expect(address).toMatch(/^\/wall-links\?/)
  expect(show).toBe('health=failed&health=missing&q=a%26b')
  expect(wallLinkAddress({})).toBe('/wall-links?show=')
})

it.each([
  [[], /whatever range of time is chosen here\.$/],
  [['the status'], /It cannot hold the status, and leaves that out\.$/],
  [['the status', '“changed since”'], /the status and “changed since”, and leaves them out\.$/],
])('says that %j is left out', (leftOut, words) => {
  expect(leftOutWords(leftOut)).toMatch(words)
})
