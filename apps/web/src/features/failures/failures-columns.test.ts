import { failureSortFields, failuresQuerySchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { sortAfterClick } from '../../ui/list/column-order.ts'
import { type FailureColumn, failureColumns, failureOrder } from './failures-columns.ts'

it('everything the index sorts groups by is a column, first from the top down', () => {
  const fields = failureColumns.flatMap(({ sort }: FailureColumn) => sort ?? [])
  expect(fields.toSorted()).toEqual([...failureSortFields].toSorted())
  for (const field of fields) {
    const first = sortAfterClick(field, field === 'severity' ? 'vms' : undefined, failureOrder)
    expect(first).toBe(field === 'severity' ? undefined : `-${field}`)
    const second = sortAfterClick(field, first, failureOrder)
    expect(second).toBe(field)
    expect(failuresQuerySchema.safeParse({ sort: second }).success).toBe(true)
  }
})
