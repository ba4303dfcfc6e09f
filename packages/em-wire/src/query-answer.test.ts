import { describe, expect, it } from 'vitest'
import { type EntityTypeName, entitySchemas } from './entities.ts'
import { readQueryAnswer } from './query-answer.ts'
import {
  readSampleBackupServer,
  readSamplePolicy,
  readSampleSession,
  readSampleTask,
  sampleBackupServer,
  samplePolicy,
  sampleQueryAnswer,
  sampleSession,
  sampleTask,
  serverLink,
  withPascalKeys,
} from './sample-answers.ts'

const samples: [EntityTypeName, string, object, object][] = [
  ['CdpReplicaSession', 'cdpReplicaSessions', sampleSession, readSampleSession],
  ['CdpReplicaTaskSession', 'cdpReplicaTaskSessions', sampleTask, readSampleTask],
  ['CdpPolicy', 'cdpPolicies', samplePolicy, readSamplePolicy],
  ['BackupServer', 'backupServers', sampleBackupServer, readSampleBackupServer],
]
const page = { number: 1, size: 500, count: 3 }

describe.each(samples)('readQueryAnswer of %s', (type, group, row, entity) => {
  const answer = sampleQueryAnswer(group, [row])

  it.each([
    ['v13 keys', answer],
    ['v12 keys', withPascalKeys(answer)],
    [
      'upper-cased keys',
      JSON.parse(JSON.stringify(answer).replace(/"\w+":/g, (key) => key.toUpperCase())),
    ],
  ])('reads a query answer with %s', (_, body) => {
    expect(readQueryAnswer(type, body)).toEqual({ items: [entity], page, problems: [] })
  })

  it.each([
    ['one level less', { [group]: [row] }],
    [
      'one level less, with the frame of a resource',
      { [group]: [row], links: [serverLink], href: null },
    ],
    ['one level more', { entities: { [group]: { [group]: { [group]: [row] } } } }],
    ['another inner name', { entities: { jobs: null, [group]: { Whatever: [row], Links: [] } } }],
    ['other names throughout', { Entities: { Jobs: { Jobs: [] }, Some: { Thing: [row] } } }],
    ['a bare array', [row]],
    ['the rows right below Entities', { Entities: [row] }],
    ['a single entity', row],
    ['a single entity in the envelope', { Entities: { [group]: { Row: row } } }],
  ])('reads rows from %s', (_, body) => {
    expect(readQueryAnswer(type, body)).toEqual({ items: [entity], page: null, problems: [] })
  })

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an empty object', {}],
    ['an empty array', []],
    ['an empty collection', { [group]: [] }],
    ['a null collection', { [group]: null }],
    ['entities that are null', { Entities: null, Refs: null, Links: null }],
  ])('reads no rows and no problem from %s', (_, body) => {
    expect(readQueryAnswer(type, body)).toEqual({ items: [], page: null, problems: [] })
  })

  it.each([
    ['null', sampleQueryAnswer(group, null)],
    ['empty', sampleQueryAnswer(group, [])],
  ])('reads the page of an answer whose collection is %s', (_, body) => {
    expect(readQueryAnswer(type, body)).toEqual({ items: [], page, problems: [] })
  })

  it('gives what its schema describes, from the sample and from the least there can be', () => {
    const least = { uid: 'urn:x', creationTimeUTC: '2026-06-14T15:00:53Z' }
    const { items, problems } = readQueryAnswer(type, [row, least])
    expect(problems).toEqual([])
    expect(items).toHaveLength(2)
    for (const item of items) expect(entitySchemas[type].strict().parse(item)).toEqual(item)
  })

  it('leaves out what cannot be read, says so, and keeps the rest', () => {
    const nameless = { ...row, uid: null, links: [] }
    const bad = [null, 'text', [row], nameless, { ...row, type: `${type}Reference` }]
    const { items, problems } = readQueryAnswer(type, { [group]: [row, ...bad, row] })
    expect(items).toEqual([entity, entity])
    expect(problems.map(({ index, message, row }) => [index, message, row])).toEqual([
      [1, 'not an object', 'left-out'],
      [2, 'not an object', 'left-out'],
      [3, 'not an object', 'left-out'],
      [4, 'no UID', 'left-out'],
      [5, 'a reference, not an entity: asked without format=Entities', 'left-out'],
    ])
  })
})

describe('readQueryAnswer', () => {
  it.each([
    ['text', 'Service unavailable', 'not an object'],
    ['a number', 7, 'not an object'],
    ['an error', { Message: 'Bad filter', StatusCode: 500, StackTrace: null }, 'no UID'],
  ])('reports a body that is %s instead of taking it as empty', (_, body, message) => {
    expect(readQueryAnswer('CdpPolicy', body)).toEqual({
      items: [],
      page: null,
      problems: [{ index: 0, uid: null, message, row: 'left-out' }],
    })
  })

  it('reports references, which EM sends where format is missing', () => {
    const ref = { uid: 'urn:a', name: 'a', type: 'CdpPolicyReference', links: [] }
    const body = { refs: { refs: [ref, ref] }, entities: null }
    const { items, problems } = readQueryAnswer('CdpPolicy', body)
    expect(items).toEqual([])
    expect(problems).toHaveLength(2)
  })

  it('prefers the collection of the type asked for among several', () => {
    const body = {
      Entities: {
        Jobs: { Jobs: [{ UID: 'urn:job' }] },
        CdpPolicies: { CdpPolicies: [samplePolicy] },
      },
    }
    expect(readQueryAnswer('CdpPolicy', body).items).toEqual([readSamplePolicy])
  })

  it('takes no pick among several collections of other names', () => {
    const body = { Entities: { Jobs: [{ UID: 'urn:job' }], Backups: [{ UID: 'urn:backup' }] } }
    const { items, problems } = readQueryAnswer('CdpPolicy', body)
    expect(items).toEqual([])
    expect(problems[0]?.message).toBe(
      'several collections, none named for CdpPolicy: jobs, backups',
    )
  })

  it.each([
    [
      { pageNum: '2', pageSize: '100', pagesCount: '7' },
      { number: 2, size: 100, count: 7 },
    ],
    [
      { pageNum: 1, pageSize: 100, pagesCount: 0 },
      { number: 1, size: 100, count: 0 },
    ],
    [{ pageNum: 1, pageSize: 100 }, null],
    [{ pageNum: 1, pageSize: 'all', pagesCount: 1 }, null],
    [{ pageNum: 1.5, pageSize: 0.5, pagesCount: 1 }, null],
    [null, null],
    ['1', null],
  ])('reads the paging %j', (pagingInfo, expected) => {
    expect(readQueryAnswer('CdpPolicy', { entities: null, pagingInfo }).page).toEqual(expected)
  })

  it('does no harm with keys of built-ins', () => {
    const hostile =
      '{"__proto__":{"uid":"urn:p","isAdmin":true},"constructor":{"prototype":{"x":1}}}'
    const text = JSON.stringify([{ ...sampleSession, Hostile: 0 }]).replace(
      '"Hostile":0',
      hostile.slice(1, -1),
    )
    const { items } = readQueryAnswer('CdpReplicaSession', JSON.parse(text))
    expect(items).toEqual([readSampleSession])
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    expect(Object.getPrototypeOf(items[0])).toBe(Object.prototype)
  })
})
