import type { Session, Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { sessionOf, taskOf } from './live-rows-fixture.ts'
import { readHealth, type VmsReading } from './session-health.ts'
import { vmRowsOf } from './task-rows.ts'

const working = sessionOf({ state: 'Working', result: 'None', endTimeUTC: null })
const known = (...tasks: Task[]): VmsReading => ({
  kind: 'known',
  rows: vmRowsOf(working, tasks),
  isWhole: true,
})

describe('readHealth', () => {
  it.each<[string, Session, VmsReading, string, string]>([
    ['stopped: its result', sessionOf(), known(), 'failed', 'Failed'],
    [
      'stopped: its result, whatever its VMs say',
      sessionOf({ result: 'Success' }),
      known(taskOf('a', 'Failed')),
      'ok',
      'OK',
    ],
    [
      'stopped: needs no VMs',
      sessionOf({ result: 'Warning' }),
      { kind: 'asking' },
      'warning',
      'Warning',
    ],
    ['stopped without a result', sessionOf({ result: 'None' }), known(), 'unknown', 'No result'],
    [
      'stopped, undocumented result',
      sessionOf({ result: 'Skipped' }),
      known(),
      'unknown',
      'Skipped',
    ],
    [
      'a failing VM',
      working,
      known(taskOf('a', 'Success'), taskOf('b', 'Failed', 'x', { state: 'InProgress' })),
      'failed',
      'Failed',
    ],
    [
      'a failure superseded by the newest task',
      working,
      known(taskOf('a', 'Failed', 'x', { hour: 1 }), taskOf('a', 'Success', '', { hour: 9 })),
      'ok',
      'OK',
    ],
    [
      'a superseded success',
      working,
      known(taskOf('a', 'Success', '', { hour: 1 }), taskOf('a', 'Warning', 'x', { hour: 9 })),
      'warning',
      'Warning',
    ],
    [
      'a failure that a pending task does not supersede',
      working,
      known(
        taskOf('a', 'Failed', 'x', { hour: 1 }),
        taskOf('a', 'None', null, { hour: 9, state: 'Pending' }),
      ),
      'failed',
      'Failed',
    ],
    [
      'pending beside fine',
      working,
      known(taskOf('a', 'Success'), taskOf('b', 'None', null, { state: 'Pending' })),
      'ok',
      'OK',
    ],
    [
      'an undocumented result among fine ones',
      working,
      known(taskOf('a', 'Success'), taskOf('b', 'Idle')),
      'unknown',
      'Idle',
    ],
    [
      'an undocumented result among failing ones',
      working,
      known(taskOf('a', 'Warning'), taskOf('b', 'Idle')),
      'warning',
      'Warning',
    ],
    ['no VMs yet', working, known(), 'working', 'Working'],
    [
      'no VM with a result',
      working,
      known(taskOf('a', 'None', null, { state: 'Pending' }), taskOf('b', 'None')),
      'working',
      'Working',
    ],
    [
      'an undocumented state is under way',
      sessionOf({ state: 'Postprocessing', result: 'None' }),
      known(taskOf('a', 'Failed')),
      'failed',
      'Failed',
    ],
    [
      'a result that comes before the end',
      sessionOf({ state: 'Stopping', result: 'Failed' }),
      known(taskOf('a', 'Success')),
      'failed',
      'Failed',
    ],
  ])('%s', (_, session, vms, health, word) => {
    expect(readHealth(session, vms)).toEqual({ kind: 'known', health, word })
  })

  it.each(['asking', 'not-known'] as const)('while it works it is %s as its VMs are', (kind) => {
    expect(readHealth(working, { kind })).toEqual({ kind })
  })
})
