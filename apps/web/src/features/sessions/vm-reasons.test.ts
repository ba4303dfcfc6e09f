import type { Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { inBatches, needsReasons, reasonsBySession } from './vm-reasons.ts'

const task = (session: string, vm: string, result: string, reason: string, at = '01:00'): Task => ({
  uid: `${session}-${vm}-${at}`,
  name: `${vm}@2026-11-23 ${at}`,
  vmDisplayName: vm,
  policySessionUid: session,
  policySessionName: null,
  creationTimeUTC: `2026-11-23T${at}:00.000Z`,
  endTimeUTC: null,
  state: 'InProgress',
  result,
  reason,
  totalSize: null,
  backupServerUid: null,
  backupServerName: null,
})

describe('reasonsBySession', () => {
  it('counts VMs, worst first, and tells one cause from another though the VMs differ', () => {
    const reasons = reasonsBySession([
      task('s1', 'sql-01', 'Warning', 'Late'),
      task('s1', 'sql-02', 'Failed', 'Processing sql-02 Error: proxy lost'),
      task('s1', 'sql-03', 'Failed', 'Processing sql-03 Error: proxy lost'),
      task('s2', 'web-01', 'Failed', 'Full'),
    ])
    expect(reasons.get('s1')).toEqual({
      health: 'failed',
      failed: 2,
      warning: 1,
      text: 'Processing sql-02 Error: proxy lost',
      more: 1,
    })
    expect(reasons.get('s2')).toMatchObject({ failed: 1, more: 0 })
  })
  it('lets the newest task of a VM speak, in whatever order EM gives them', () => {
    const older = task('s1', 'sql-01', 'Failed', 'Old', '01:00')
    const newer = task('s1', 'sql-01', 'Warning', 'New', '09:00')
    for (const tasks of [
      [older, newer],
      [newer, older],
    ]) {
      expect(reasonsBySession(tasks).get('s1')).toMatchObject({
        health: 'warning',
        text: 'New',
        failed: 0,
        warning: 1,
      })
    }
  })
  it('knows nothing of tasks without reason or session', () => {
    const lost = { ...task('s1', 'a', 'Failed', 'x'), policySessionUid: null }
    expect(reasonsBySession([lost, { ...task('s1', 'a', 'Success', ''), reason: null }]).size).toBe(
      0,
    )
  })
})

describe('needsReasons', () => {
  const session = {
    uid: 'u',
    name: 'n',
    policyUid: null,
    policyName: 'p',
    policyType: null,
    creationTimeUTC: '2026-11-23T01:00:00.000Z',
    endTimeUTC: null,
    progress: 0,
    isRetry: false,
    backupServerUid: null,
    backupServerName: null,
  }
  it.each([
    ['Stopped', 'Failed', null, true],
    ['Stopped', 'Warning', null, true],
    ['Stopped', 'Failed', 'It has its own', true],
    ['Stopped', 'Success', null, false],
    ['Working', 'None', null, false],
  ])('%s %s %s', (state, result, failureMessage, needed) => {
    expect(needsReasons({ ...session, state, result, failureMessage })).toBe(needed)
  })
})

describe('inBatches', () => {
  it.each([
    [[], []],
    [
      [1, 2, 3],
      [[1, 2], [3]],
    ],
    [
      [1, 2, 3, 4],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('%j', (items, batches) => expect(inBatches(items, 2)).toEqual(batches))
})
