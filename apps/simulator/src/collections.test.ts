import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, listAt, startForTest } from './test-client.ts'

const dayMs = 86_400_000
const nowMs = Date.parse('2026-11-23T14:32:00Z')

let running: Awaited<ReturnType<typeof startForTest>>
beforeAll(async () => {
  running = await startForTest({ days: 40 })
})
afterAll(() => running.stop())

/** The link of an entity by its type. */
function linkOf(entity: unknown, type: string): unknown {
  return listAt(entity, 'links').find((link) => at(link, 'type') === type)
}

function pathOf(href: unknown): string {
  return new URL(String(href)).pathname
}

describe('collections', () => {
  it('of sessions have one level less, and the last 30 days only', async () => {
    const body = await running.client.json('/api/cdpReplicaSessions?format=Entity')
    expect(Object.keys(Object(body))).toEqual(['cdpReplicaSessions'])
    const times = listAt(body, 'cdpReplicaSessions').map((row) =>
      Date.parse(String(at(row, 'creationTimeUTC'))),
    )
    const queried = await running.client.query('CdpReplicaSession', {
      sortAsc: 'CreationTimeUTC',
      pageSize: 1,
    })
    expect(Math.min(...times)).toBeGreaterThan(nowMs - 30.1 * dayMs)
    expect(Date.parse(String(at(queried[0], 'creationTimeUTC')))).toBeLessThan(nowMs - 39 * dayMs)
    expect(times).not.toEqual(times.toSorted((a, b) => a - b))
  })

  it.each([
    ['/api/cdpPolicies', 'cdpPolicies', 30],
    ['/api/backupServers', 'backupServers', 4],
  ])('%s give references, and entities for either word', async (path, name, count) => {
    const references = listAt(await running.client.json(path), 'refs')
    expect(references).toHaveLength(count)
    expect(String(at(references[0], 'type'))).toMatch(/Reference$/)
    for (const format of ['Entity', 'Entities', 'entity']) {
      const entities = listAt(await running.client.json(`${path}?format=${format}`), name)
      expect(entities).toHaveLength(count)
      expect(String(at(entities[0], 'type'))).not.toMatch(/Reference$/)
    }
  })

  it('of tasks hold those of every session of 30 days', async () => {
    const tasks = listAt(
      await running.client.json('/api/cdpReplicaTaskSessions?format=Entity'),
      'cdpReplicaTaskSessions',
    )
    const sessions = listAt(await running.client.json('/api/cdpReplicaSessions'), 'refs')
    const parents = new Set(tasks.map((task) => at(task, 'policySessionUid')))
    expect(parents.size).toBeGreaterThan(sessions.length * 0.98)
    expect(new Set(tasks.map((task) => at(task, 'uid'))).size).toBe(tasks.length)
  })
})

describe('single things', () => {
  it('a session is found by its id, as reference and as entity, with its tasks', async () => {
    const [session] = await running.client.query('CdpReplicaSession', { pageSize: 1 })
    const guid = String(at(session, 'uid')).split(':').pop()
    const path = `/api/cdpReplicaSessions/${guid}`
    expect(at(await running.client.json(path), 'type')).toBe('CdpReplicaSessionReference')
    expect(await running.client.json(`${path}?format=Entity`)).toEqual(session)
    const tasks = listAt(
      await running.client.json(`${path}/cdpReplicaTaskSessions?format=Entity`),
      'cdpReplicaTaskSessions',
    )
    expect(tasks.length).toBeGreaterThan(0)
    for (const task of tasks) expect(at(task, 'policySessionUid')).toBe(at(session, 'uid'))
    const queried = await running.client.query('CdpReplicaTaskSession', {
      filter: `PolicySessionUid=="${String(at(session, 'uid'))}"`,
    })
    const inOrder = (rows: unknown[]) => rows.map((row) => String(at(row, 'uid'))).toSorted()
    expect(inOrder(tasks)).toEqual(inOrder(queried))
  })

  it('the Href of a task leads nowhere, its Alternate link to it', async () => {
    const [task] = await running.client.query('CdpReplicaTaskSession', { pageSize: 1 })
    const wrong = pathOf(at(task, 'href'))
    expect(wrong).toMatch(/^\/api\/replicaTaskSessions\//)
    expect((await running.client.get(wrong)).status).toBe(404)
    const right = pathOf(at(linkOf(task, 'CdpReplicaTaskSessionReference'), 'href'))
    expect(await running.client.json(`${right}?format=Entity`)).toEqual(task)
  })

  it('the backup server of a row is nowhere but in its Up link, as the policy and the session are', async () => {
    const [task] = await running.client.query('CdpReplicaTaskSession', {
      filter: 'State!=Completed',
      pageSize: 1,
    })
    const server = linkOf(task, 'BackupServerReference')
    expect(at(server, 'name')).toMatch(/^vbr-.*\.lab$/)
    expect(Object.keys(Object(task)).filter((key) => /server/i.test(key))).toEqual([])
    expect((await running.client.get(pathOf(at(server, 'href')))).status).toBe(200)
    const parent = linkOf(task, 'CdpReplicaSessionReference')
    const session = await running.client.json(`${pathOf(at(parent, 'href'))}?format=Entity`)
    expect(at(session, 'name')).toBe(at(parent, 'name'))
    const policy = linkOf(session, 'CdpPolicyReference')
    expect(at(policy, 'name')).toBe(at(session, 'policyName'))
    const ofPolicy = await running.client.json(`${pathOf(at(policy, 'href'))}/cdpReplicaSessions`)
    expect(JSON.stringify(ofPolicy)).toContain(String(at(session, 'uid')))
  })

  it('links name a host that nobody can ask', async () => {
    const { text } = await running.client.get('/api/cdpPolicies?format=Entity')
    const hosts = new Set([...text.matchAll(/https?:\/\/([^/"]+)/g)].map((match) => match[1]))
    expect([...hosts]).toEqual(['em01.demo.lab:9398'])
  })
})

describe('system sessions', () => {
  it('are the runs of the data collection, each a quarter of an hour after the one before', async () => {
    const runs = listAt(await running.client.json('/api/systemSessions?format=Entity'), 'sessions')
    expect(new Set(runs.map((run) => at(run, 'sessionType')))).toEqual(new Set(['CollectJob']))
    const times = runs.map((run) => Date.parse(String(at(run, 'creationTimeUTC')))).toSorted()
    expect(times.length).toBeGreaterThan(29 * 96)
    expect(times.length).toBeLessThan(31 * 96)
    for (const [index, time] of times.entries()) {
      const gap = (time - (times[index - 1] ?? time - 900_000)) / 60_000
      expect(gap).toBeGreaterThan(14.9)
      expect(gap).toBeLessThan(15.1)
    }
    const ended = runs.filter((run) => at(run, 'endTimeUTC') !== null)
    for (const run of ended) {
      const seconds =
        (Date.parse(String(at(run, 'endTimeUTC'))) -
          Date.parse(String(at(run, 'creationTimeUTC')))) /
        1000
      expect(seconds).toBeGreaterThanOrEqual(39)
      expect(seconds).toBeLessThanOrEqual(91)
    }
    const states = new Set(runs.map((run) => at(run, 'state')))
    expect(states).toContain('CompletedSuccessfully')
    expect(states).toContain('CompletedWarning')
    expect(states).toContain('Failed')
    expect(at(runs[0], 'result', 'isCanceled')).toBe(false)
  })
})
