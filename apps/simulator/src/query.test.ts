import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, startForTest } from './test-client.ts'

let running: Awaited<ReturnType<typeof startForTest>>
let sessions: unknown[]
let tasks: unknown[]

async function everything(type: string): Promise<unknown[]> {
  const rows: unknown[] = []
  for (let page = 1; ; page += 1) {
    const found = await running.client.query(type, { sortAsc: 'CreationTimeUTC', page })
    rows.push(...found)
    if (found.length < 1000) return rows
  }
}

beforeAll(async () => {
  running = await startForTest()
  sessions = await everything('CdpReplicaSession')
  tasks = await everything('CdpReplicaTaskSession')
})
afterAll(() => running.stop())

const text = (name: string) => (row: unknown) => String(at(row, name) ?? '')
const time = (name: string) => (row: unknown) => Date.parse(String(at(row, name)))
const serverOf = (row: unknown) => String(at(row, 'links', 0, 'name'))
const ranks = ['None', 'Success', 'Warning', 'Failed']
const rank = (row: unknown) => ranks.indexOf(String(at(row, 'result')))
const uids = (rows: unknown[]) => rows.map(text('uid')).toSorted()

async function all(type: string, filter: string): Promise<string[]> {
  const rows: unknown[] = []
  for (let page = 1; ; page += 1) {
    const found = await running.client.query(type, { filter, sortAsc: 'CreationTimeUTC', page })
    rows.push(...found)
    if (found.length < 1000) return uids(rows)
  }
}

describe('filters of sessions', () => {
  const day = '2026-11-20'
  const dayMs = Date.parse(day)
  it.each<[string, (row: unknown) => boolean]>([
    ['State=="Stopped"', (row) => text('state')(row) === 'Stopped'],
    ['state==stopped', (row) => text('state')(row) === 'Stopped'],
    ['State!="Stopped"', (row) => text('state')(row) !== 'Stopped'],
    ['State<"Working"', (row) => ['Starting', 'Stopping'].includes(text('state')(row))],
    ['Result>="Warning"', (row) => rank(row) >= 2],
    ['RESULT>Warning', (row) => rank(row) === 3],
    ['Result<=Success', (row) => rank(row) <= 1],
    ['Result!="None"', (row) => rank(row) !== 0],
    [`CreationTimeUTC>="${day}"`, (row) => time('creationTimeUTC')(row) >= dayMs],
    [`CreationTimeUTC<"${day}T00:00:00Z"`, (row) => time('creationTimeUTC')(row) < dayMs],
    [`EndTimeUTC>="${day}T12:00:00Z"`, (row) => time('endTimeUTC')(row) >= dayMs + 43_200_000],
    [`EndTimeUTC<"${day}"`, (row) => time('endTimeUTC')(row) < dayMs],
    [`EndTimeUTC!="${day}"`, () => true],
    ['PolicyName=="Web farm"', (row) => text('policyName')(row) === 'Web farm'],
    ['PolicyName=="web farm"', () => false],
    ['PolicyName==Web farm', () => false],
    ['PolicyName>="S"', (row) => text('policyName')(row) >= 'S'],
    [
      `PolicyName=="R&D ""Blue"" <b>lab</b> 'A'"`,
      (row) => text('policyName')(row).startsWith('R&D "Blue"'),
    ],
    ['BackupServerName=="vbr-nord.lab"', (row) => serverOf(row) === 'vbr-nord.lab'],
    ['Name>="Mail"', (row) => text('name')(row) >= 'Mail'],
    ['Name<"Web farm@2026-11-20"', (row) => text('name')(row) < 'Web farm@2026-11-20'],
    ['FailureMessage!=""', (row) => text('failureMessage')(row) !== ''],
    ['FailureMessage==""', (row) => text('failureMessage')(row) === ''],
    [
      'Result=="Failed",Result=="Warning";BackupServerName=="vbr-01.lab"',
      (row) => rank(row) === 3 || (rank(row) === 2 && serverOf(row) === 'vbr-01.lab'),
    ],
    [
      '(Result=="Failed",Result=="Warning");BackupServerName=="vbr-01.lab"',
      (row) => rank(row) >= 2 && serverOf(row) === 'vbr-01.lab',
    ],
    [
      `CreationTimeUTC>="${day}";State!="Stopped",Result=="Failed"`,
      (row) =>
        rank(row) === 3 ||
        (time('creationTimeUTC')(row) >= dayMs && text('state')(row) !== 'Stopped'),
    ],
  ])('%s', async (filter, meets) => {
    expect(await all('CdpReplicaSession', filter)).toEqual(uids(sessions.filter(meets)))
  })

  it('of ids take a URN or its GUID in any case, alone or many', async () => {
    const some = sessions.slice(5, 25)
    const list = some.map((row) => `Id=="${text('uid')(row)}"`).join(',')
    expect(await all('CdpReplicaSession', list)).toEqual(uids(some))
    const guid = text('uid')(some[0]).split(':').pop()?.toUpperCase()
    expect(await all('CdpReplicaSession', `Id=="${guid}"`)).toEqual([text('uid')(some[0])])
    expect(await all('CdpReplicaSession', 'Id=="urn:veeam:CdpReplicaSession:x"')).toEqual([])
    expect(await all('CdpReplicaSession', `Id!="${guid}"`)).toHaveLength(sessions.length - 1)
    expect(await all('CdpReplicaSession', `(${list});Result>="Warning"`)).toEqual(
      uids(some.filter((row) => rank(row) >= 2)),
    )
  })

  it('of a policy or server by uid take just those', async () => {
    const [row] = sessions
    expect(await all('CdpReplicaSession', `PolicyUid=="${text('policyUid')(row)}"`)).toEqual(
      uids(sessions.filter((other) => text('policyUid')(other) === text('policyUid')(row))),
    )
    const server = String(at(row, 'links', 0, 'href'))
      .split('/')
      .pop()
    expect(
      await all('CdpReplicaSession', `BackupServerUid=="urn:veeam:BackupServer:${server}"`),
    ).toEqual(uids(sessions.filter((other) => serverOf(other) === serverOf(row))))
  })
})

describe('filters of tasks', () => {
  it.each<[string, (row: unknown) => boolean]>([
    ['State!="Completed"', (row) => text('state')(row) !== 'Completed'],
    ['State=="InProgress"', (row) => text('state')(row) === 'InProgress'],
    ['State>="Pending"', (row) => text('state')(row) !== 'InProgress'],
    ['Reason!=""', (row) => text('reason')(row) !== ''],
    ['Reason==""', (row) => text('reason')(row) === ''],
    ['VmDisplayName=="sql-02"', (row) => text('vmDisplayName')(row) === 'sql-02'],
    ['VmDisplayName!="sql-02"', (row) => text('vmDisplayName')(row) !== 'sql-02'],
    ['TotalSize>300000000000', (row) => Number(at(row, 'totalSize')) > 300_000_000_000],
    [
      'CreationTimeUTC>="2026-11-22T06:00:00Z"',
      (row) => time('creationTimeUTC')(row) >= Date.parse('2026-11-22T06:00:00Z'),
    ],
    [
      'CreationTimeUTC<"2026-11-18"',
      (row) => time('creationTimeUTC')(row) < Date.parse('2026-11-18'),
    ],
    ['EndTimeUTC<"2026-11-18"', (row) => time('endTimeUTC')(row) < Date.parse('2026-11-18')],
    [
      'EndTimeUTC>="2026-11-23T12:00:00Z"',
      (row) => time('endTimeUTC')(row) >= Date.parse('2026-11-23T12:00:00Z'),
    ],
    ['BackupServerName=="vbr-02.lab"', (row) => serverOf(row) === 'vbr-02.lab'],
    ['Name<"pg"', (row) => text('name')(row) < 'pg'],
    [
      'State!="Completed",Reason!=""',
      (row) => text('state')(row) !== 'Completed' || text('reason')(row) !== '',
    ],
    [
      'State!="Completed";Reason!=""',
      (row) => text('state')(row) !== 'Completed' && text('reason')(row) !== '',
    ],
  ])('%s', async (filter, meets) => {
    expect(await all('CdpReplicaTaskSession', filter)).toEqual(uids(tasks.filter(meets)))
  })

  it('by their sessions, their names and their ids', async () => {
    const parents = [...new Set(tasks.map(text('policySessionUid')))].slice(0, 12)
    const list = parents.map((uid) => `PolicySessionUid=="${uid}"`).join(',')
    const own = tasks.filter((row) => parents.includes(text('policySessionUid')(row)))
    expect(own.length).toBeGreaterThan(12)
    expect(await all('CdpReplicaTaskSession', list)).toEqual(uids(own))
    const [first] = own
    const parentName = String(at(first, 'links', 1, 'name'))
    expect(
      await all(
        'CdpReplicaTaskSession',
        `PolicySessionName=="${parentName.replaceAll('"', '""')}"`,
      ),
    ).toEqual(uids(tasks.filter((row) => at(row, 'links', 1, 'name') === parentName)))
    expect(await all('CdpReplicaTaskSession', `Id=="${text('uid')(first)}"`)).toEqual([
      text('uid')(first),
    ])
    expect(await all('CdpReplicaTaskSession', `Name=="${text('name')(first)}"`)).toEqual(
      uids(tasks.filter((row) => text('name')(row) === text('name')(first))),
    )
  })
})

describe('filters of policies and servers', () => {
  it.each([
    ['CdpPolicy', 'ScheduleEnabled==False', 'scheduleEnabled', false],
    ['CdpPolicy', 'scheduleenabled!="true"', 'scheduleEnabled', false],
    ['CdpPolicy', 'ScheduleConfigured==true;Name=="SAP prod"', 'name', 'SAP prod'],
    ['CdpPolicy', 'NextRun>="2026-11-24T12:00:00Z"', 'scheduleEnabled', true],
    ['BackupServer', 'Version<"13"', 'name', 'vbr-03.lab'],
    ['BackupServer', 'Port==9392', 'name', 'vbr-03.lab'],
    ['BackupServer', 'IpOrDnsName=="10.60.0.12"', 'name', 'vbr-nord.lab'],
  ])('%s: %s', async (type, filter, name, value) => {
    const rows = await running.client.query(type, { filter })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(at(row, name)).toBe(value)
  })
})
