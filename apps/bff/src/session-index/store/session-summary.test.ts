import type { Session, Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { sampleSession, sampleTask, stoppedSession } from './sample-entities.ts'
import { type KnownTasks, type SessionSummary, sessionSummary } from './session-summary.ts'

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`

/** A task of a VM that began at an hour. */
function task(vm: string, hour: number, result: string, changes: Partial<Task> = {}): Task {
  return sampleTask({
    uid: `${vm}-${hour}`,
    vmDisplayName: vm,
    creationTimeUTC: at(hour),
    result,
    reason: result === 'Failed' || result === 'Warning' ? `${result} at ${hour}` : null,
    ...changes,
  })
}

interface Case {
  session: Session
  tasks: Task[]
  known?: Partial<KnownTasks>
  isGone?: boolean
  summary: Partial<SessionSummary>
}

const working = sampleSession()
const none = { failureTexts: [], failureSource: null, failureCount: 0, vmsFailed: 0, vmsWarning: 0 }

const cases: Record<string, Case> = {
  'works, no task known': {
    session: working,
    tasks: [],
    known: { areAll: false },
    summary: { health: 'unknown', vmNames: [], vmsTotal: null, ...none },
  },
  'works, all VMs well': {
    session: working,
    tasks: [task('b', 6, 'Success'), task('a', 6, 'Success')],
    summary: { health: 'ok', vmNames: ['a', 'b'], vmsTotal: 2, ...none },
  },
  'works, one VM fails': {
    session: working,
    tasks: [task('a', 6, 'Failed'), task('b', 6, 'Success')],
    summary: {
      health: 'failed',
      failureTexts: ['Failed at 6'],
      failureSource: 'tasks',
      failureCount: 1,
      vmsTotal: 2,
      vmsFailed: 1,
      vmsWarning: 0,
    },
  },
  'works, a failure superseded by a success': {
    session: working,
    tasks: [task('a', 6, 'Failed'), task('a', 10, 'Success')],
    summary: { health: 'ok', vmsTotal: 1, ...none },
  },
  'works, a success superseded by a failure': {
    session: working,
    tasks: [task('a', 10, 'Failed'), task('a', 6, 'Success')],
    summary: { health: 'failed', failureTexts: ['Failed at 10'], vmsFailed: 1 },
  },
  'works, a failure followed by a task that has not begun: the failure stands': {
    session: working,
    tasks: [
      task('a', 6, 'Failed', { state: 'Completed' }),
      task('a', 10, 'None', { state: 'Pending' }),
    ],
    summary: { health: 'failed', failureTexts: ['Failed at 6'], vmsTotal: 1, vmsFailed: 1 },
  },
  'a retry that works, with the failure of its VM made good': {
    session: sampleSession({ isRetry: true }),
    tasks: [task('a', 6, 'Failed'), task('a', 7, 'Warning'), task('a', 8, 'Success')],
    summary: { health: 'ok', vmsTotal: 1, ...none },
  },
  'works, tasks that have not begun alone': {
    session: working,
    tasks: [task('a', 6, 'None', { state: 'Pending' }), task('b', 6, 'None', { state: 'Pending' })],
    summary: { health: 'unknown', vmNames: ['a', 'b'], vmsTotal: 2, ...none },
  },
  'works, a Result that is not documented, with a reason': {
    session: working,
    tasks: [task('a', 6, 'Halted', { reason: 'why it halted' }), task('b', 6, 'Success')],
    summary: {
      health: 'unknown',
      failureTexts: ['why it halted'],
      failureSource: 'tasks',
      failureCount: 1,
      vmsFailed: 0,
      vmsWarning: 0,
    },
  },
  'in a State that is not documented, counts as working': {
    session: sampleSession({ state: 'Idle' }),
    tasks: [task('a', 6, 'Failed'), task('a', 7, 'Success')],
    summary: { health: 'ok', ...none },
  },
  'stopped with a Result that is not documented and a message': {
    session: stoppedSession('Halted', { failureMessage: 'why it halted' }),
    tasks: [],
    summary: { health: 'unknown', failureTexts: ['why it halted'], failureSource: 'session' },
  },
  'stopped by a person': {
    session: stoppedSession('Warning', { failureMessage: 'Stopped by LAB\\anna' }),
    tasks: [task('a', 6, 'Warning', { reason: 'Stopped by LAB\\anna' }), task('b', 6, 'Success')],
    summary: {
      health: 'warning',
      failureTexts: ['Stopped by LAB\\anna'],
      failureSource: 'session',
      failureCount: 1,
      vmsTotal: 2,
      vmsWarning: 1,
    },
  },
  'failed without a message, tasks not known yet': {
    session: stoppedSession('Failed', { failureMessage: null }),
    tasks: [],
    known: { areAll: false },
    summary: { health: 'failed', vmsTotal: null, ...none },
  },
  'failed with a blank message: the reasons of its tasks, worst first, then newest': {
    session: stoppedSession('Failed', { failureMessage: ' \r\n' }),
    tasks: [
      task('a', 6, 'Warning'),
      task('b', 7, 'Failed'),
      task('c', 9, 'Failed'),
      task('d', 12, 'Success'),
    ],
    summary: {
      health: 'failed',
      failureTexts: ['Failed at 9', 'Failed at 7', 'Warning at 6'],
      failureSource: 'tasks',
      failureCount: 3,
      vmsTotal: 4,
      vmsFailed: 2,
      vmsWarning: 1,
    },
  },
  'failed with a message and reasons: its own first, each once': {
    session: stoppedSession('Failed', { failureMessage: 'Job failed' }),
    tasks: [
      task('a', 6, 'Failed', { reason: 'Proxy lost' }),
      task('b', 6, 'Failed', { reason: 'Job failed' }),
      task('c', 5, 'Failed', { reason: 'Proxy lost' }),
      task('d', 5, 'Failed', { reason: '  ' }),
    ],
    summary: {
      failureTexts: ['Job failed', 'Proxy lost'],
      failureSource: 'session',
      failureCount: 2,
      vmsFailed: 4,
    },
  },
  'stopped: a VM is as its worst task': {
    session: stoppedSession('Failed'),
    tasks: [task('a', 6, 'Failed'), task('a', 10, 'Success')],
    summary: { failureTexts: ['Failed at 6'], vmsTotal: 1, vmsFailed: 1 },
  },
  'succeeded, with a note': {
    session: stoppedSession('Success', { failureMessage: 'Completed with 1 retry' }),
    tasks: [task('a', 6, 'Success', { reason: 'nothing to do' })],
    summary: { health: 'ok', vmsTotal: 1, ...none },
  },
  'succeeded though a task had failed before its retry': {
    session: stoppedSession('Success'),
    tasks: [task('a', 6, 'Failed'), task('a', 8, 'Success')],
    summary: { health: 'ok', vmsTotal: 1, ...none },
  },
  'failed, a success with a note among its tasks': {
    session: stoppedSession('Failed'),
    tasks: [task('a', 6, 'Success', { reason: 'a note' }), task('b', 6, 'Failed')],
    summary: { failureTexts: ['Failed at 6'], failureCount: 1 },
  },
  'gone while it worked: its last word stands': {
    session: working,
    tasks: [task('a', 6, 'Failed'), task('b', 6, 'Success')],
    isGone: true,
    summary: { health: 'unknown', failureTexts: ['Failed at 6'], vmsTotal: 2, vmsFailed: 1 },
  },
  'gone while it worked and was well': {
    session: working,
    tasks: [task('a', 6, 'Success')],
    isGone: true,
    summary: { health: 'unknown', vmsTotal: 1, ...none },
  },
  'texts that differ by the names of VMs alone': {
    session: stoppedSession('Failed'),
    tasks: ['sql-07', 'web-12', 'dc (old)'].map((vm) =>
      task(vm, 6, 'Failed', { reason: `Processing ${vm} Error: no snapshot of ${vm}.vmdk` }),
    ),
    summary: {
      failureTexts: [
        'Processing dc (old) Error: no snapshot of dc (old).vmdk',
        'Processing sql-07 Error: no snapshot of sql-07.vmdk',
        'Processing web-12 Error: no snapshot of web-12.vmdk',
      ],
      failureCount: 1,
      vmsFailed: 3,
    },
  },
  'VMs whose tasks were not kept are counted': {
    session: stoppedSession('Failed'),
    tasks: [task('b', 6, 'Failed')],
    known: { otherVms: ['c', 'a', 'b'] },
    summary: { vmNames: ['a', 'b', 'c'], vmsTotal: 3, vmsFailed: 1 },
  },
}

describe('the summary of a session that', () => {
  it.each(Object.entries(cases))('%s', (_, { session, tasks, known, isGone = false, summary }) => {
    const sum = (some: readonly Task[]) =>
      sessionSummary({ ...session, isGone }, { tasks: some, otherVms: [], areAll: true, ...known })
    expect(sum(tasks)).toMatchObject(summary)
    expect(sum(tasks.toReversed())).toEqual(sum(tasks))
  })
})
