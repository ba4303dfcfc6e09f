import { describe, expect, it } from 'vitest'
import { and, conditionsOf, type FilterRow, fromConditions, or, parse, print } from './em-filter.ts'

const rowsOf = (text: string) => {
  const parsed = parse(text, 'CdpReplicaSession')
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '))
  return conditionsOf(parsed.tree)
}

describe('rows', () => {
  const cases: readonly [string, readonly FilterRow[]][] = [
    ['', []],
    ['Result==Failed', [{ field: 'Result', operator: '==', values: ['Failed'] }]],
    [
      'Result==Failed,Result==Warning',
      [{ field: 'Result', operator: '==', values: ['Failed', 'Warning'] }],
    ],
    [
      '(Result==Failed,Result==Warning);PolicyName~=a;CreationTimeUTC>="2026-06-15"',
      [
        { field: 'Result', operator: '==', values: ['Failed', 'Warning'] },
        { field: 'PolicyName', operator: '~=', values: ['a'] },
        { field: 'CreationTimeUTC', operator: '>=', values: ['2026-06-15'] },
      ],
    ],
    [
      'State!=Stopped;State!=Stopping;Result==Failed;State!=Working',
      [
        { field: 'State', operator: '!=', values: ['Stopped', 'Stopping'] },
        { field: 'Result', operator: '==', values: ['Failed'] },
        { field: 'State', operator: '!=', values: ['Working'] },
      ],
    ],
    [
      'Result==Failed;Result==Warning',
      [
        { field: 'Result', operator: '==', values: ['Failed'] },
        { field: 'Result', operator: '==', values: ['Warning'] },
      ],
    ],
  ]
  it.each(cases)('%s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
    expect(conditionsOf(fromConditions(rows))).toEqual(rows)
  })

  it.each([
    'Result==Failed,State==Working',
    'Result==Failed,Result>Warning',
    'State!=Stopped,State!=Stopping',
    'Result==Failed;State==Working,Result==Warning',
    '(Result==Failed,(Result==Warning;State==Working));PolicyName==a',
  ])('%s is more than the builder can show', (text) => {
    expect(rowsOf(text)).toBeUndefined()
  })
})

describe('filter of rows', () => {
  it('is any of the values, and none of them for "is not"', () => {
    const tree = fromConditions([
      { field: 'Result', operator: '==', values: ['Failed', 'Warning'] },
      { field: 'State', operator: '!=', values: ['Stopped', 'Stopping'] },
    ])
    expect(print(tree)).toBe(
      '(Result=="Failed",Result=="Warning");State!="Stopped";State!="Stopping"',
    )
  })

  it('refuses a row without values', () => {
    expect(() => fromConditions([{ field: 'Result', operator: '==', values: [] }])).toThrow(
      RangeError,
    )
  })
})

it('refuses an "or" of nothing, which would match nothing', () => {
  expect(() => or()).toThrow(RangeError)
  expect(and()).toBeUndefined()
  expect(and(undefined, undefined)).toBeUndefined()
})
