import { describe, expect, it } from 'vitest'
import { readQueryAnswer } from './query-answer.ts'
import { readSampleTask, sampleTask } from './sample-answers.ts'

function readTask(changes: object) {
  return readQueryAnswer('CdpReplicaTaskSession', [{ ...sampleTask, ...changes }])
}

describe('a task', () => {
  it.each([
    ['an empty reason', { reason: '' }, { reason: null }],
    ['a size as text', { totalSize: '1024' }, { totalSize: 1024 }],
    ['a size below zero', { totalSize: -1 }, { totalSize: null }],
    ['no size', { totalSize: null }, { totalSize: null }],
    [
      'a result while in progress',
      { state: 'InProgress', endTimeUTC: null },
      { state: 'InProgress', result: 'Failed', endTimeUTC: null },
    ],
    ['no VM name', { vmDisplayName: '' }, { vmDisplayName: 'sql-07' }],
    [
      'no session uid',
      { policySessionUid: null },
      { policySessionUid: readSampleTask.policySessionUid },
    ],
    ['no links', { links: null }, { policySessionName: null, backupServerName: null }],
  ])('with %s is read', (_, changes, expected) => {
    const { items, problems } = readTask(changes)
    expect(problems).toEqual([])
    expect(items).toMatchObject([expected])
  })

  it('takes its uid from its alternate link, never from its own address, which is wrong', () => {
    expect(readTask({ uid: null }).items).toEqual([readSampleTask])
    expect(readTask({ uid: null, links: [] }).problems).toMatchObject([
      { message: 'no UID', uid: null, row: 'left-out' },
    ])
  })
})

describe('a policy', () => {
  it('keeps its row and reports a next run that is no time', () => {
    const row = { uid: 'urn:a', name: 'a', nextRun: 'never', scheduleEnabled: 'False' }
    const { items, problems } = readQueryAnswer('CdpPolicy', [row])
    expect(items).toMatchObject([{ name: 'a', nextRun: null, scheduleEnabled: false }])
    expect(problems).toMatchObject([
      { uid: 'urn:a', message: 'NextRun is not a time: "never"', row: 'kept' },
    ])
  })
})
