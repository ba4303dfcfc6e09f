import { type EntityType, findField } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { isBuildable, takesSeveral } from './buildable.ts'

const fieldOf = (name: string, type: EntityType = 'CdpReplicaSession') => {
  const field = findField(type, name)
  if (field === undefined) throw new Error(`${type} has no ${name}`)
  return field
}

describe('isBuildable', () => {
  it.each([
    ['CreationTimeUTC', '==', ['2026-06-15', '2026-06-16']],
    ['Result', '>=', ['Warning', 'Failed']],
    ['Name', '>', [' ']],
  ] as const)('%s %s %j is for the text editor', (name, operator, values) => {
    expect(isBuildable(fieldOf(name), { field: name, operator, values })).toBe(false)
  })

  it('of no known field is for the text editor', () => {
    expect(isBuildable(undefined, { field: 'Nope', operator: '==', values: ['x'] })).toBe(false)
  })
})

describe('takesSeveral', () => {
  it.each([
    [fieldOf('PolicyName'), '==', true],
    [fieldOf('PolicyName'), '~=', true],
    [fieldOf('PolicyName'), '<', false],
    [fieldOf('Result'), '!=', true],
    [fieldOf('Result'), '>=', false],
    [fieldOf('CreationTimeUTC'), '==', false],
    [fieldOf('TotalSize', 'CdpReplicaTaskSession'), '==', true],
    [fieldOf('ScheduleEnabled', 'CdpPolicy'), '==', false],
  ] as const)('%#', (field, operator, several) =>
    expect(takesSeveral(field, operator)).toBe(several),
  )
})
