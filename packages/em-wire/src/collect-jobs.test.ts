import { describe, expect, it } from 'vitest'
import { readCollectJobs } from './collect-jobs.ts'
import { collectJobSchema } from './entities.ts'
import { sampleQueryAnswer, withPascalKeys } from './sample-answers.ts'

const finished = {
  sessionType: 'CollectJob',
  creationTimeUTC: '2026-06-15T17:05:52.069837Z',
  endTimeUTC: '2026-06-15T17:06:10.4913Z',
  state: 'CompletedSuccessfully',
  result: { result: 'CompletedSuccessfully', message: '', isCanceled: false },
  name: 'Collect Job @2026-06-15 17:05:52.069837',
  uid: 'urn:veeam:SystemSession:c0000000-0000-4000-8000-000000000001',
}
const readFinished = {
  uid: finished.uid,
  creationTimeUTC: '2026-06-15T17:05:52.069Z',
  endTimeUTC: '2026-06-15T17:06:10.491Z',
  state: 'CompletedSuccessfully',
  result: 'CompletedSuccessfully',
  message: null,
}
const running = { ...finished, endTimeUTC: null, state: 'InProgress', result: null }
const other = { ...finished, sessionType: 'CatalogReplicationJob', creationTimeUTC: null }

describe('readCollectJobs', () => {
  it.each([
    ['the collection', { systemSessions: [other, finished] }],
    ['the name its rows have in XML', { sessions: [finished, other] }],
    ['v12 keys', withPascalKeys({ sessions: [finished] })],
    ['a query answer', sampleQueryAnswer('systemSessions', [finished])],
    ['a bare array', [finished]],
    ['a single entity', finished],
  ])('reads %s', (_, body) => {
    expect(readCollectJobs(body)).toEqual({ items: [readFinished], problems: [] })
  })

  it.each([
    [
      'while it runs',
      running,
      { endTimeUTC: null, state: 'InProgress', result: null, message: null },
    ],
    [
      'that failed',
      { ...finished, state: 'Failed', result: { Result: 'Failed', Message: 'No route' } },
      { state: 'Failed', result: 'Failed', message: 'No route' },
    ],
    [
      'with its result as text',
      { ...finished, result: 'Failed' },
      { result: 'Failed', message: null },
    ],
    [
      'without uid or state',
      { sessionType: 'collectJob', creationTimeUTC: '2026-06-15' },
      { uid: null, state: 'Unknown' },
    ],
  ])('reads a job %s', (_, row, expected) => {
    const { items, problems } = readCollectJobs([row])
    expect(problems).toEqual([])
    expect(items).toMatchObject([expected])
    expect(collectJobSchema.strict().parse(items[0])).toEqual(items[0])
  })

  it.each([[null], [undefined], [{}], [[]], [{ systemSessions: null }]])(
    'reads none from %j',
    (body) => {
      expect(readCollectJobs(body)).toEqual({ items: [], problems: [] })
    },
  )

  it('reports rows that cannot be read and keeps the rest', () => {
    const late = { ...finished, endTimeUTC: 'late' }
    const body = [7, { ...finished, creationTimeUTC: null }, { uid: 'urn:a' }, late, finished]
    const { items, problems } = readCollectJobs(body)
    expect(items).toEqual([{ ...readFinished, endTimeUTC: null }, readFinished])
    expect(problems).toEqual([
      { index: 0, uid: null, message: 'not an object', row: 'left-out' },
      { index: 1, uid: finished.uid, message: 'no CreationTimeUTC', row: 'left-out' },
      { index: 2, uid: 'urn:a', message: 'no SessionType', row: 'left-out' },
      { index: 3, uid: finished.uid, message: 'EndTimeUTC is not a time: "late"', row: 'kept' },
    ])
  })

  it('reports several collections of other names', () => {
    const { problems } = readCollectJobs({ jobs: [finished], backups: [finished] })
    expect(problems).toMatchObject([
      { message: 'several collections, none of system sessions: jobs, backups' },
    ])
  })
})
