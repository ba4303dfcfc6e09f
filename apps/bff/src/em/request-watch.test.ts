import { expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { emPaths } from './paths.ts'
import { queryPath } from './query-path.ts'
import { kindOfRequest, watchRequest } from './request-watch.ts'

const query = (type: Parameters<typeof queryPath>[0]['type']) =>
  queryPath({
    type,
    filter: 'Name=="BackupServer"',
    sort: { field: 'Name', direction: 'ascending' },
    pageSize: 1,
    page: 1,
  })

it.each([
  [emPaths.logOn, 'logon'],
  [emPaths.logonSession('b5e1'), 'logoff'],
  [emPaths.systemSessions, 'collections'],
  [query('CdpReplicaSession'), 'sessions'],
  [query('CdpReplicaTaskSession'), 'tasks'],
  [query('CdpPolicy'), 'policies'],
  [query('BackupServer'), 'backup-servers'],
  ['/api/query?type=Job', 'other'],
  ['/api/', 'other'],
])('%s is of the kind %s', (path, kind) => {
  expect(kindOfRequest(path)).toBe(kind)
})

it.each([
  [200, 'ok'],
  [201, 'ok'],
  [204, 'ok'],
  [401, 'refused'],
  [403, 'refused'],
  [503, 'overloaded'],
  [404, 'error'],
  [500, 'error'],
])('an answer %i is told as %s, with how long it took', async (status, outcome) => {
  const seen: unknown[] = []
  const answer = await watchRequest(
    (one) => seen.push(one),
    'live',
    async () => ({ status }),
  )
  expect(answer).toEqual({ status })
  expect(seen).toEqual([{ kind: 'live', outcome, seconds: expect.any(Number) }])
})

it.each([
  [new AppError('em-timeout', ''), 'timeout'],
  [new AppError('em-unreachable', ''), 'unreachable'],
  [new AppError('em-certificate-changed', ''), 'certificate'],
  [new AppError('em-certificate-untrusted', ''), 'certificate'],
  [new AppError('em-bad-answer', ''), 'bad-answer'],
  [new TypeError('x'), 'error'],
])('a failure (%s) is told as %s and passed on', async (error, outcome) => {
  const seen: unknown[] = []
  const sent = watchRequest(
    (one) => seen.push(one),
    'sessions',
    () => Promise.reject(error),
  )
  await expect(sent).rejects.toBe(error)
  expect(seen).toEqual([{ kind: 'sessions', outcome, seconds: expect.any(Number) }])
})

it('tells a request that nobody waits for any more as aborted', async () => {
  const seen: unknown[] = []
  const error = new AppError('em-unreachable', 'aborted')
  const sent = watchRequest(
    (one) => seen.push(one),
    'live',
    () => Promise.reject(error),
    AbortSignal.abort(),
  )
  await expect(sent).rejects.toBe(error)
  expect(seen).toMatchObject([{ outcome: 'aborted' }])
})
