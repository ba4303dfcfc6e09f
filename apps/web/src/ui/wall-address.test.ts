import { overviewQuerySchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { type WallFilters, wallAddress } from './wall-address.ts'

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
