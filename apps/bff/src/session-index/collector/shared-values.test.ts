import { expect, it } from 'vitest'
import { samplePolicy, sampleTask } from '../store/sample-entities.ts'
import { SharedValues } from './shared-values.ts'

it('rows say what they said', () => {
  const rows = [
    sampleTask({ state: 'Completed', backupServerUid: null }),
    sampleTask({ state: 'InProgress', policySessionUid: 'session-2' }),
    sampleTask({ state: 'Completed', reason: 'Completed' }),
  ]
  const before = structuredClone(rows)
  const shared = new SharedValues()
  for (const row of rows) shared.shareIn(row)
  expect(rows).toEqual(before)
})

it('equal schedules are one, others are not', () => {
  const week = (hour: boolean) => Array.from({ length: 7 }, () => Array<boolean>(24).fill(hour))
  const [first, same, other] = [week(true), week(true), week(false)].map((rpoSchedule) =>
    samplePolicy({ rpoSchedule }),
  )
  const shared = new SharedValues()
  for (const row of [first, same, other]) if (row) shared.shareIn(row)
  expect(same?.rpoSchedule).toBe(first?.rpoSchedule)
  expect(other?.rpoSchedule).toEqual(week(false))
})
