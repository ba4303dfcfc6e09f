import { policiesQuerySchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { directionOf, policyColumns, sortAfterClick } from './policies-columns.ts'

const column = (id: string) => {
  const found = policyColumns.find((each) => each.id === id)
  if (!found) throw new Error(`There is no column ${id}`)
  return found
}

describe('the order of policies', () => {
  it.each([
    ['health', undefined, 'ascending'],
    ['health', '-health', 'descending'],
    ['name', undefined, 'none'],
    ['name', 'name', 'ascending'],
    ['vms', '-vmsFailed', 'descending'],
    ['rpo', undefined, 'none'],
  ])('%s of %s is %s', (id, sort, direction) =>
    expect(directionOf(column(id), sort)).toBe(direction),
  )

  it.each([
    ['name', undefined, 'name'],
    ['name', 'name', '-name'],
    ['name', '-name', 'name'],
    ['health', undefined, '-health'],
    ['health', '-health', undefined],
    ['health', 'name', undefined],
    ['streak', undefined, '-streak'],
    ['streak', '-streak', 'streak'],
    ['vms', 'name', '-vmsFailed'],
    ['rpo', 'name', 'name'],
  ])('a click on %s at %s sorts by %s', (id, sort, next) =>
    expect(sortAfterClick(column(id), sort)).toBe(next),
  )

  it('is one the index knows, for every column', () => {
    for (const each of policyColumns) {
      for (const sort of [sortAfterClick(each, undefined), sortAfterClick(each, 'name')])
        expect(policiesQuerySchema.safeParse({ sort }).success).toBe(true)
    }
  })
})
