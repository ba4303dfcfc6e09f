import {
  type EntityType,
  type FilterOperator,
  type FilterRow,
  findField,
} from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { isBuildable } from './buildable.ts'
import {
  type ConditionDraft,
  draftFor,
  draftOfRow,
  readDraft,
  withOperator,
  withTypedTaken,
} from './condition-draft.ts'

const fieldOf = (name: string, type: EntityType = 'CdpReplicaSession') => {
  const field = findField(type, name)
  if (field === undefined) throw new Error(`${type} has no ${name}`)
  return field
}
const size = fieldOf('TotalSize', 'CdpReplicaTaskSession')
const enabled = fieldOf('ScheduleEnabled', 'CdpPolicy')
const draft = (
  field: ConditionDraft['field'],
  operator: FilterOperator,
  values: readonly string[],
  typed = '',
): ConditionDraft => ({ field, operator, values, typed })
const noContains = { '~=': 'Not in Enterprise Manager' }

describe('readDraft', () => {
  it.each([
    [draft(fieldOf('PolicyName'), '==', [], 'Gold DB tier'), ['Gold DB tier']],
    [draft(fieldOf('PolicyName'), '==', ['Web farm'], 'Gold'), ['Web farm', 'Gold']],
    [draft(fieldOf('PolicyName'), '==', ['Gold'], 'Gold'), ['Gold']],
    [draft(fieldOf('PolicyName'), '!=', ['a', 'b']), ['a', 'b']],
    [draft(fieldOf('FailureMessage'), '==', ['']), ['']],
    [draft(fieldOf('FailureMessage'), '~=', [], ' "; $(x) '), [' "; $(x) ']],
    [draft(fieldOf('Result'), '==', ['Failed', 'Warning']), ['Failed', 'Warning']],
    [draft(fieldOf('State'), '==', ['Idle']), ['Idle']],
    [draft(fieldOf('CreationTimeUTC'), '>=', [], '2026-06-15 06:00'), ['2026-06-15T06:00:00Z']],
    [
      draft(fieldOf('CreationTimeUTC'), '>=', [], '2026-06-15 06:00+02:00'),
      ['2026-06-15T04:00:00Z'],
    ],
    [draft(size, '>', [], ' 0010 '), ['10']],
    [draft(enabled, '==', ['true']), ['true']],
  ])('%# is a row', (from, values) => {
    const row: FilterRow = { field: from.field.name, operator: from.operator, values }
    expect(readDraft(from, {}, 'utc')).toEqual({ ok: true, row })
  })

  it.each([
    ['nothing typed', draft(fieldOf('PolicyName'), '==', [], '  '), 'Type a value'],
    ['nothing chosen', draft(fieldOf('Result'), '==', []), 'Choose at least one'],
    ['no time', draft(fieldOf('EndTimeUTC'), '<', [], 'soon'), 'Ended needs a date'],
    ['no such day', draft(fieldOf('EndTimeUTC'), '<', [], '2026-02-30'), 'There is no 2026-02-30'],
    ['no number', draft(size, '>', [], '1.5'), 'whole number'],
    ['one wrong of two', draft(size, '==', ['x'], '1'), 'whole number'],
    ['no rank', draft(fieldOf('State'), '>=', ['Idle']), 'rank'],
    ['a NUL', draft(fieldOf('Name'), '==', [], 'a\0'), 'NUL'],
    ['half a character', draft(fieldOf('Name'), '==', [], 'a\ud800'), 'half of a character'],
    ['too long', draft(fieldOf('Name'), '==', [], 'x'.repeat(8000)), 'at most'],
    ['a disabled operator', draft(fieldOf('Name'), '~=', [], 'x'), 'Not in Enterprise Manager'],
  ])('%s is said', (_, from, words) => {
    const read = readDraft(from, noContains, 'utc')
    expect(read.ok ? '' : read.message).toContain(words)
  })
})

describe('draftFor', () => {
  it.each([
    ['PolicyName', {}, '=='],
    ['CreationTimeUTC', {}, '>='],
    ['PolicyName', { '==': 'no' }, '!='],
  ] as const)('%s without %j begins with %s', (name, disabled, operator) => {
    expect(draftFor(fieldOf(name), disabled).operator).toBe(operator)
  })
})

describe('a row that is changed', () => {
  it.each([
    ['PolicyName', '==', ['a', 'b']],
    ['PolicyName', '>', ['a']],
    ['FailureMessage', '==', ['']],
    ['Result', '!=', ['None']],
    ['Result', '>=', ['Warning']],
    ['CreationTimeUTC', '==', ['2026-06-15T06:00:00.1234567Z']],
  ] as const)('%s %s %j is itself when nothing is changed', (name, operator, values) => {
    const field = fieldOf(name)
    const row: FilterRow = { field: name, operator, values }
    expect(isBuildable(field, row)).toBe(true)
    expect(readDraft(draftOfRow(field, row, 'utc'), {}, 'utc')).toEqual({ ok: true, row })
    expect(readDraft(draftOfRow(field, row, 'local'), {}, 'local')).toEqual({ ok: true, row })
  })
})

describe('withOperator', () => {
  const name = fieldOf('PolicyName')
  it.each([
    ['keeps several', draft(name, '==', ['a', 'b'], 'c'), '!=', ['a', 'b'], 'c'],
    ['types the first of several', draft(name, '==', ['a', 'b']), '>', [], 'a'],
    ['keeps what is typed', draft(name, '==', ['a'], 'c'), '>', [], 'c'],
    ['keeps what is typed for several', draft(name, '>', [], 'c'), '==', [], 'c'],
    [
      'leaves one of known values',
      draft(fieldOf('Result'), '==', ['Failed', 'None']),
      '>=',
      ['Failed'],
      '',
    ],
  ] as const)('%s', (_, from, operator, values, typed) => {
    expect(withOperator(from, operator)).toEqual({ ...from, operator, values, typed })
  })
})

describe('withTypedTaken', () => {
  it('makes a value of it', () => {
    const after = withTypedTaken(draft(size, '==', ['1'], '02'), 'utc')
    expect(after).toEqual(draft(size, '==', ['1', '2']))
  })
  it.each(['', '  ', 'x'])('leaves %j', (typed) => {
    expect(withTypedTaken(draft(size, '==', [], typed), 'utc')).toBeUndefined()
  })
})
