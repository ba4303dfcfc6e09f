import { describe, expect, it } from 'vitest'
import { readPolicyOptions } from './policy-options.ts'
import { atWorkHours, samplePolicy, withPascalKeys } from './sample-answers.ts'

const unknown = { rpoSeconds: null, rpoSchedule: null, rpoReporting: null }
const flagsText = atWorkHours.map((day) => day.map(Number).join(','))
const always = atWorkHours.map((day) => day.map(() => true))

describe('readPolicyOptions', () => {
  it.each([
    ['v13 keys', samplePolicy.policyScheduleOptions],
    ['v12 keys', withPascalKeys(samplePolicy.policyScheduleOptions)],
    ['one level less', samplePolicy.policyScheduleOptions.cdpReplica],
  ])('reads the documented shape: %s', (_, options) => {
    expect(readPolicyOptions(options)).toEqual({
      rpoSeconds: 15,
      rpoSchedule: atWorkHours,
      rpoReporting: { warningAfterSeconds: 2, failedAfterSeconds: 90 },
    })
  })

  it.each([[null], [undefined], ['15 s'], [15], [[]], [{}], [{ Other: { Thing: 1 } }]])(
    'knows nothing from %j',
    (value) => {
      expect(readPolicyOptions(value)).toEqual(unknown)
    },
  )

  it.each([
    [{ RecoveryPointObjectiveSeconds: 0, RecoveryPointObjectiveMinutes: 5 }, 300],
    [{ RecoveryPointObjectiveSeconds: '15', RecoveryPointObjectiveMinutes: '0' }, 15],
    [{ RecoveryPointObjectiveMinutes: 1 }, 60],
    [{ RPOSeconds: 10 }, 10],
    [{ RPOMinutes: 10 }, 600],
    [{ Rpo: 30, RpoUnit: 'Seconds' }, 30],
    [{ Rpo: '30', RpoUnit: 'Minutes' }, 1800],
    [{ Rpo: 30 }, 30],
    [{ Rpo: 30, RpoUnit: 'Fortnights' }, null],
    [{ RecoveryPointObjectiveSeconds: 0, RecoveryPointObjectiveMinutes: 0 }, null],
    [{ RPOSeconds: -5 }, null],
    [{ RPOMinutes: 1e308 }, null],
    [{ RPOSeconds: 'soon' }, null],
  ])('reads the RPO of %j as %j s', (options, seconds) => {
    expect(readPolicyOptions(options).rpoSeconds).toBe(seconds)
    expect(readPolicyOptions({ CdpReplica: options }).rpoSeconds).toBe(seconds)
  })

  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const byName = days.map((name, index) => ({ Name: name, Value: flagsText[index] }))
  it.each([
    ['texts', flagsText],
    ['texts with spaces', flagsText.map((text) => ` ${text.replaceAll(',', ', ')} `)],
    ['arrays of flags', atWorkHours],
    ['arrays of numbers', atWorkHours.map((day) => day.map(Number))],
    ['an object of days', Object.fromEntries(days.map((name, at) => [name, flagsText[at]]))],
    ['days with names', byName],
    ['days out of order', [...byName].reverse()],
    ['a wrapped list of days', { TimePeriods: { Days: byName } }],
    ['a switched-on schedule', { Enabled: true, TimePeriods: { Day: byName } }],
  ])('reads a schedule of %s', (_, schedule) => {
    expect(readPolicyOptions({ RPOSchedule: schedule }).rpoSchedule).toEqual(atWorkHours)
  })

  it('takes a schedule that is switched off as every hour', () => {
    const schedule = { Enabled: 'false', TimePeriods: { Day: byName } }
    expect(readPolicyOptions({ RPOSchedule: schedule }).rpoSchedule).toEqual(always)
  })

  it.each([
    ['a day missing', flagsText.slice(1)],
    ['an hour missing', [...flagsText.slice(1), '1,1,1']],
    ['a flag that is none', [...flagsText.slice(1), Array(24).fill('x').join(',')]],
    ['a day without name', [{ Value: flagsText[0] }, ...byName.slice(1)]],
    ['a word', 'always'],
    ['nothing', null],
  ])('does not guess at a schedule with %s', (_, schedule) => {
    expect(readPolicyOptions({ RPOSchedule: schedule }).rpoSchedule).toBeNull()
  })

  it.each([
    [{ MarkAsWarning: { Enabled: false, RPOThresholdSeconds: 2 } }, null, null],
    [{ MarkAsFailed: { RPOThresholdMinutes: '2' } }, null, 120],
    [{ Enabled: 'False', MarkAsFailed: { Enabled: true, RPOThresholdSeconds: 2 } }, null, null],
    [{ MarkAsWarning: { Enabled: true }, MarkAsFailed: 5 }, null, null],
  ])('reads the reporting %j', (reporting, warningAfterSeconds, failedAfterSeconds) => {
    expect(readPolicyOptions({ RPOReporting: reporting }).rpoReporting).toEqual({
      warningAfterSeconds,
      failedAfterSeconds,
    })
  })
})
