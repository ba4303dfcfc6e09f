import { policiesQuerySchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { sortAfterClick } from '../../ui/list/column-order.ts'
import { type PolicyColumn, policyColumns, policyOrder } from './policies-columns.ts'

it('policies are only sorted by what the index knows', () => {
  const fields = policyColumns.flatMap(({ sort }: PolicyColumn) => sort ?? [])
  expect(fields.length).toBeGreaterThan(3)
  for (const field of fields) {
    for (const before of [undefined, 'name', `-${field}`]) {
      const sort = sortAfterClick(field, before, policyOrder)
      expect(policiesQuerySchema.safeParse({ sort }).success).toBe(true)
    }
  }
})
