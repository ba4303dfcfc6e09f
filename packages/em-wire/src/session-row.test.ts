import { describe, expect, it } from 'vitest'
import { readQueryAnswer } from './query-answer.ts'
import { readSampleSession, sampleSession, serverLink } from './sample-answers.ts'

function readSession(changes: object) {
  return readQueryAnswer('CdpReplicaSession', [{ ...sampleSession, ...changes }])
}

describe('a session', () => {
  it.each([
    [
      'a working session of v13',
      { endTimeUTC: null, state: 'Working', result: 'None', progress: 0 },
      { endTimeUTC: null, state: 'Working', result: 'None', progress: 0 },
    ],
    ['an empty failure message', { failureMessage: '' }, { failureMessage: null }],
    [
      'a failure message of several lines',
      { failureMessage: 'a\n"b" <c> & d' },
      { failureMessage: 'a\n"b" <c> & d' },
    ],
    [
      'numbers and flags as texts',
      { progress: '42', isRetry: 'True' },
      { progress: 42, isRetry: true },
    ],
    [
      'values EM does not document',
      { state: 'Postprocessing', result: 'Idle' },
      { state: 'Postprocessing', result: 'Idle' },
    ],
    [
      'a server without name',
      { links: [{ ...serverLink, name: null }] },
      { backupServerName: null },
    ],
    [
      'a server without address',
      { links: [{ ...serverLink, href: null }] },
      { backupServerUid: null, backupServerName: 'vbr-01.lab' },
    ],
    [
      'a server whose address has a query',
      {
        links: [
          { ...serverLink, href: 'http://localhost:9399/api/backupServers/b1?format=Entity#x' },
        ],
      },
      { backupServerUid: 'urn:veeam:BackupServer:b1' },
    ],
    [
      'a server whose address has a fragment',
      { links: [{ ...serverLink, href: '/api/backupServers/b1#top' }] },
      { backupServerUid: 'urn:veeam:BackupServer:b1' },
    ],
    [
      'a policy renamed since, named by its link only',
      { policyName: null, name: 'Silver DB tier@2026-06-14 15:00:53' },
      { policyName: 'Gold DB tier' },
    ],
    ['an end that was never set', { endTimeUTC: '0001-01-01T00:00:00' }, { endTimeUTC: null }],
  ])('with %s is read', (_, changes, expected) => {
    const { items, problems } = readSession(changes)
    expect(problems).toEqual([])
    expect(items).toMatchObject([expected])
  })

  it('of an older build, which leaves out what is null, is read', () => {
    const row = {
      UID: sampleSession.uid,
      Name: 'SAP@home@2026-06-14 15:00:53',
      CreationTimeUTC: '2026-06-14T15:00:53',
      State: 'Working',
    }
    expect(readQueryAnswer('CdpReplicaSession', [row])).toEqual({
      items: [
        {
          uid: sampleSession.uid,
          name: 'SAP@home@2026-06-14 15:00:53',
          policyUid: null,
          policyName: 'SAP@home',
          policyType: null,
          creationTimeUTC: '2026-06-14T15:00:53.000Z',
          endTimeUTC: null,
          state: 'Working',
          result: 'None',
          progress: 0,
          failureMessage: null,
          isRetry: false,
          backupServerUid: null,
          backupServerName: null,
        },
      ],
      page: null,
      problems: [],
    })
  })

  it('takes uid, name and policy from its links where the fields are missing', () => {
    const { links, creationTimeUTC, endTimeUTC, state, result, progress } = sampleSession
    const row = { links, creationTimeUTC, endTimeUTC, state, result, progress }
    expect(readQueryAnswer('CdpReplicaSession', [row]).items).toEqual([
      { ...readSampleSession, policyType: null },
    ])
  })

  it('is called by its uid where it has no name at all', () => {
    const { items } = readSession({ name: null, policyName: null, links: null, state: null })
    expect(items).toMatchObject([
      { name: sampleSession.uid, policyName: sampleSession.uid, state: 'Unknown' },
    ])
  })

  it.each([
    [null, 'no CreationTimeUTC'],
    ['', 'no CreationTimeUTC'],
    ['last night', 'CreationTimeUTC is not a time: "last night"'],
    [{ a: 1 }, 'CreationTimeUTC is not a time: an object'],
  ])('without a creation time (%j) is left out', (creationTimeUTC, message) => {
    expect(readSession({ creationTimeUTC })).toEqual({
      items: [],
      page: null,
      problems: [{ index: 0, uid: sampleSession.uid, message, row: 'left-out' }],
    })
  })

  it('with a value too deep to be printed is left out like any other', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    const { items, problems } = readSession({ creationTimeUTC: deep })
    expect(items).toEqual([])
    expect(problems[0]?.message).toBe('CreationTimeUTC is not a time: a list')
  })

  it('keeps its row and reports an end that is no time, with the beginning of it', () => {
    const { items, problems } = readSession({ endTimeUTC: `soon${'!'.repeat(5000)}` })
    expect(items).toEqual([{ ...readSampleSession, endTimeUTC: null }])
    expect(problems).toMatchObject([{ index: 0, uid: sampleSession.uid, row: 'kept' }])
    expect(problems[0]?.message).toMatch(/^EndTimeUTC is not a time: "soon!+$/)
    expect(problems[0]?.message.length).toBeLessThan(120)
  })

  it.each([[null], ['links'], [{}], [[null, 3, {}, { rel: 'Up' }, { rel: 5, type: [] }]]])(
    'with links %j is read without server',
    (links) => {
      const { items, problems } = readSession({ links })
      expect(problems).toEqual([])
      expect(items).toMatchObject([{ backupServerUid: null, backupServerName: null }])
    },
  )
})
