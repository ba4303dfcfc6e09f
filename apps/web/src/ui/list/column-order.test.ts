import { describe, expect, it } from 'vitest'
import { type ColumnOrder, directionOf, sortAfterClick } from './column-order.ts'

const worstFirst: ColumnOrder = { usual: 'health', descendingFirst: ['streak'] }
const severestFirst: ColumnOrder = { usual: '-severity', descendingFirst: ['severity', 'vms'] }

describe('the order of a list', () => {
  it.each([
    ['health', undefined, worstFirst, 'ascending'],
    ['health', '-health', worstFirst, 'descending'],
    ['name', undefined, worstFirst, 'none'],
    ['name', 'name', worstFirst, 'ascending'],
    [undefined, undefined, worstFirst, 'none'],
    ['severity', undefined, severestFirst, 'descending'],
    ['severity', 'severity', severestFirst, 'ascending'],
    ['vms', undefined, severestFirst, 'none'],
  ] as const)('%s at %s of %j is %s', (field, sort, order, direction) =>
    expect(directionOf(field, sort, order)).toBe(direction),
  )

  it.each([
    ['name', undefined, worstFirst, 'name'],
    ['name', 'name', worstFirst, '-name'],
    ['name', '-name', worstFirst, 'name'],
    ['health', undefined, worstFirst, '-health'],
    ['health', '-health', worstFirst, undefined],
    ['health', 'name', worstFirst, undefined],
    ['streak', undefined, worstFirst, '-streak'],
    ['streak', '-streak', worstFirst, 'streak'],
    ['severity', undefined, severestFirst, 'severity'],
    ['severity', 'severity', severestFirst, undefined],
    ['severity', '-vms', severestFirst, undefined],
  ] as const)('a click on %s at %s of %j sorts by %s', (field, sort, order, next) =>
    expect(sortAfterClick(field, sort, order)).toBe(next),
  )
})
