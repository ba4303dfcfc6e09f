import type { IndexedSession } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { csvOf, jsonOf } from './export-rows.ts'

const row: IndexedSession = {
  uid: 'urn:veeam:CdpReplicaSession:1',
  name: 'Gold@2026-06-15',
  policyUid: null,
  policyName: 'Gold',
  policyType: 'CdpReplica',
  creationTimeUTC: '2026-06-15T01:00:00.000Z',
  endTimeUTC: null,
  state: 'Working',
  result: 'None',
  progress: 0,
  failureMessage: null,
  isRetry: false,
  backupServerUid: null,
  backupServerName: 'vbr-01',
  health: 'failed',
  failureText: 'lost',
  failureSource: 'tasks',
  failureGroups: [],
  failureCount: 1,
  tasks: { total: 4, failed: 1, warning: 0 },
  isGone: false,
}

async function* chunksOf(...chunks: IndexedSession[][]) {
  yield* chunks
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

describe('csvOf', () => {
  it('has a head, a line for each row, and a byte order mark', async () => {
    const lines = (await textOf(csvOf(chunksOf([row], [row])))).split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffhealth,result,state,policyName/)
    expect(lines[1]).toBe(
      'failed,None,Working,Gold,vbr-01,2026-06-15T01:00:00.000Z,,4,1,0,lost,tasks,1,false,false,0,Gold@2026-06-15,urn:veeam:CdpReplicaSession:1,,',
    )
    expect(lines).toHaveLength(4)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('makes %j harmless', async (text) => {
    const csv = await textOf(csvOf(chunksOf([{ ...row, failureText: text }])))
    expect(csv).toContain(`'${text}`)
  })

  it.each(['a "quoted" text', 'two\r\nlines', 'with, comma'])('quotes %j', async (text) => {
    const csv = await textOf(csvOf(chunksOf([{ ...row, failureText: text }])))
    expect(csv).toContain(`"${text.replaceAll('"', '""')}"`)
  })
})

describe('jsonOf', () => {
  it.each([0, 1, 3])('is an array of %i rows', async (count) => {
    const rows = Array.from({ length: count }, (_, index) => ({ ...row, uid: `${index}` }))
    expect(JSON.parse(await textOf(jsonOf(chunksOf(...rows.map((each) => [each])))))).toEqual(rows)
  })
})
