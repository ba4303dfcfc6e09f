import { describe, expect, it } from 'vitest'
import { taskOf } from './live-rows-fixture.ts'
import { othersWord, tasksOfVm, vmRowsOf } from './task-rows.ts'

const working = { state: 'Working' }
const stopped = { state: 'Stopped' }
const hours = (tasks: readonly { creationTimeUTC: string }[]) =>
  tasks.map((task) => new Date(task.creationTimeUTC).getUTCHours())

describe('vmRowsOf', () => {
  it('gives one row per VM, named as people count', () => {
    const rows = vmRowsOf(
      working,
      ['sql-10', 'SQL-9', 'sql-2'].map((vm) => taskOf(vm, 'Success')),
    )
    expect(rows.map((row) => row.vm)).toEqual(['sql-2', 'SQL-9', 'sql-10'])
  })

  const tasks = [
    taskOf('a', 'Failed', null, { hour: 9 }),
    taskOf('a', 'None', null, { hour: 20, state: 'Pending' }),
    taskOf('a', 'Success', null, { hour: 17 }),
    taskOf('a', 'Warning', null, { hour: 1 }),
  ]

  it.each([
    ['while it works: the newest with a result', working, 'ok', 17, [20, 9, 1], 'other'],
    ['once stopped: the worst', stopped, 'failed', 9, [20, 17, 1], 'other'],
  ])('%s', (_, session, health, deciding, others, word) => {
    const row = vmRowsOf(session, tasks)[0]
    if (!row) throw new Error('There is a VM, and no row of it')
    expect(row.health).toBe(health)
    expect(hours([row.deciding])).toEqual([deciding])
    expect(hours(row.others)).toEqual(others)
    expect(hours(tasksOfVm(row))).toEqual([20, 17, 9, 1])
    expect(othersWord(row)).toBe(word)
  })

  it('calls the others earlier where none is newer', () => {
    const [row] = vmRowsOf(working, tasks.slice(2))
    expect(row && othersWord(row)).toBe('earlier')
  })

  it('shows a pending task where the VM has no other', () => {
    const [row] = vmRowsOf(working, tasks.slice(1, 2))
    expect(row?.health).toBe('working')
    expect(row?.others).toEqual([])
  })
})
