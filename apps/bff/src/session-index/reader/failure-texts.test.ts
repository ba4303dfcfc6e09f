import type { IndexedSession } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { sampleSession, sampleTask } from '../store/sample-entities.ts'
import { failureTexts } from './failure-texts.ts'

const session = (changes: Partial<IndexedSession>): IndexedSession => ({
  ...sampleSession(),
  health: 'warning',
  failureText: null,
  failureSource: 'tasks',
  failureCount: 1,
  failureGroups: [],
  tasks: { total: null, failed: 0, warning: 0 },
  isGone: false,
  ...changes,
})
const task = (vm: string, result: string, reason: string | null, hour = 6) =>
  sampleTask({
    uid: `${vm}-${hour}`,
    vmDisplayName: vm,
    result,
    reason,
    creationTimeUTC: `2026-11-20T0${hour}:00:00.000Z`,
  })

describe('a failure text', () => {
  it('has the VMs that give it now, and the worst health of theirs', () => {
    const tasks = [
      task('b', 'Failed', 'Full'),
      task('a', 'Warning', 'Full'),
      task('c', 'Failed', 'Full'),
      task('c', 'Success', 'Full', 7),
    ]
    expect(failureTexts(session({}), [{ text: 'Full' }], tasks)).toEqual([
      { text: 'Full', source: 'tasks', health: 'failed', vms: ['a', 'b'] },
    ])
  })

  it("is the session's own where it comes first and the session has one", () => {
    const own = session({ failureSource: 'session' })
    expect(
      failureTexts(own, [{ text: 'Own' }, { text: 'Full' }], [task('a', 'Failed', 'Full')]),
    ).toEqual([
      { text: 'Own', source: 'session', health: 'warning', vms: [] },
      { text: 'Full', source: 'tasks', health: 'failed', vms: ['a'] },
    ])
  })

  it('is the own one and that of VMs at once', () => {
    const own = session({ failureSource: 'session' })
    expect(failureTexts(own, [{ text: 'Full' }], [task('a', 'Failed', 'Full')])).toEqual([
      { text: 'Full', source: 'session', health: 'failed', vms: ['a'] },
    ])
  })

  it('has the health of the session where no task is kept', () => {
    expect(failureTexts(session({}), [{ text: 'Full' }], [])).toEqual([
      { text: 'Full', source: 'tasks', health: 'warning', vms: [] },
    ])
  })
})
