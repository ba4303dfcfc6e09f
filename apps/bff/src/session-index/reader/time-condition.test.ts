import { condition, evaluate, type FilterField, findField, readValue } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { comparableTime, timeCondition } from './time-condition.ts'

const started = (): FilterField => {
  const field = findField('CdpReplicaSession', 'CreationTimeUTC')
  if (field === undefined) throw new Error('sessions have a start')
  return field
}

const wanted = [
  '2026-06-15',
  '2026-06-15T06:00',
  '2026-06-15T06:00:00Z',
  '2026-06-15T08:00:00.53+02:00',
  '2026-06-15T06:00:00.5300000Z',
  '2026-06-15T06:00:00.5300001Z',
  '2026-06-15T06:00:00.5299999Z',
  '0001-01-01T00:00:00Z',
]
const times = [
  '2026-06-15T00:00:00.000Z',
  '2026-06-15T06:00:00.000Z',
  '2026-06-15T06:00:00.529Z',
  '2026-06-15T06:00:00.530Z',
  '2026-06-15T06:00:00.531Z',
  null,
]

describe.each(wanted)('compared to %s', (value) => {
  it.each(times)('%s is what the filter language says', (time) => {
    const field = started()
    for (const operator of ['==', '!=', '<', '>', '<=', '>='] as const) {
      const read = readValue(field, operator, value)
      const holds = timeCondition(operator, comparableTime(read.ok ? read.value : ''))
      const expected = evaluate(condition(field.name, operator, value), 'CdpReplicaSession', {
        [field.key]: time,
      })
      expect([operator, holds(time === null ? Number.NaN : Date.parse(time))]).toEqual([
        operator,
        expected,
      ])
    }
  })
})
