import { type FilterOperator, findField } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { offeredValues } from './offered-values.ts'

const draftOf = (name: string, operator: FilterOperator, values: string[], typed: string) => {
  const field = findField('CdpReplicaSession', name)
  if (field === undefined) throw new Error(`no field ${name}`)
  return { field, operator, values, typed }
}
const known = ['Gold DB tier', 'Web farm', 'SAP prod']

describe('offeredValues', () => {
  it.each([
    ['all, and "is empty"', draftOf('PolicyName', '==', [], ''), [...known, '']],
    ['those that hold what is typed', draftOf('PolicyName', '==', [], 'FARM'), ['Web farm']],
    [
      'not those chosen',
      draftOf('PolicyName', '!=', ['Web farm', ''], ''),
      ['Gold DB tier', 'SAP prod'],
    ],
    ['not what is typed already', draftOf('PolicyName', '==', [], 'SAP prod'), []],
    ['no "is empty" for an order', draftOf('PolicyName', '>', [], ''), known],
    ['no "is empty" for ids', draftOf('PolicyUid', '==', [], ''), known],
  ])('%s', (_, draft, values) => {
    const { options, more } = offeredValues(draft, known)
    expect(options.map(({ value }) => value)).toEqual(values)
    expect(more).toBe(0)
  })

  it('lists the first of many and counts the rest', () => {
    const many = Array.from({ length: 120 }, (_, index) => `policy ${index}`)
    const { options, more } = offeredValues(draftOf('PolicyUid', '==', [], 'policy'), many)
    expect([options.length, more]).toEqual([50, 70])
  })
})
