import { sessionsQuerySchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { urlOf } from '../../api/request.ts'
import { failingSessions } from './failing-sessions.ts'
import { failuresSelection } from './failures-selection.ts'

it('the sessions of a list are asked for without what only causes have', () => {
  const selection = failuresSelection(
    {
      range: 'all',
      q: 'proxy',
      policyUid: ['p'],
      severity: ['failed'],
      status: ['new'],
      changedSince: '2026-06-15T04:00:00Z',
      sort: '-vms',
    },
    0,
    'UTC',
  )
  const { searchParams } = new URL(
    urlOf('/', { ...failingSessions(selection) }),
    'http://localhost',
  )
  const asked = [...new Set(searchParams.keys())]
  expect(asked).toEqual(['from', 'policyUid', 'q', 'health'])
  for (const key of asked) expect(sessionsQuerySchema.shape).toHaveProperty(key)
})
