import { describe, expect, it } from 'vitest'
import { taskOf } from './live-rows-fixture.ts'
import { vmRowsOf } from './task-rows.ts'

describe('vmRowsOf', () => {
  it('gives one row per VM, named as people count', () => {
    const rows = vmRowsOf(['sql-10', 'SQL-9', 'sql-2'].map((vm) => taskOf(vm, 'Success')))
    expect(rows.map((row) => row.vm)).toEqual(['sql-2', 'SQL-9', 'sql-10'])
  })

  it('takes the newest task of a VM, and keeps the others newest first', () => {
    const [row] = vmRowsOf([
      taskOf('a', 'Failed', null, { hour: 9 }),
      taskOf('a', 'Success', null, { hour: 17 }),
      taskOf('a', 'Warning', null, { hour: 1 }),
    ])
    expect(row?.newest.result).toBe('Success')
    expect(row?.health).toBe('ok')
    expect(row?.earlier.map((task) => task.result)).toEqual(['Failed', 'Warning'])
  })

  it('takes times as moments, not as text', () => {
    const [row] = vmRowsOf([
      taskOf('a', 'Failed', null, { creationTimeUTC: '2026-11-22T01:00:08Z' }),
      taskOf('a', 'Success', null, { creationTimeUTC: '2026-11-22T01:00:08.780Z' }),
    ])
    expect(row?.newest.result).toBe('Success')
  })

  it('takes the task that still runs when two began at once', () => {
    const ended = taskOf('a', 'Success', null, { endTimeUTC: '2026-11-22T02:00:00.000Z' })
    const running = taskOf('a', 'Failed')
    expect(vmRowsOf([ended, running])[0]?.newest).toBe(running)
    expect(vmRowsOf([running, ended])[0]?.newest).toBe(running)
  })
})
