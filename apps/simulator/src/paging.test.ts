import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, listAt, startForTest } from './test-client.ts'

let running: Awaited<ReturnType<typeof startForTest>>
let sessions: unknown[]

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
})
afterAll(() => running.stop())

const text = (name: string) => (row: unknown) => String(at(row, name) ?? '')
const time = (name: string) => (row: unknown) => Date.parse(String(at(row, name)))
const ranks = ['None', 'Success', 'Warning', 'Failed']
const rank = (row: unknown) => ranks.indexOf(String(at(row, 'result')))
const uids = (rows: unknown[]) => rows.map(text('uid')).toSorted()

describe('sorting', () => {
  const byText = (name: string) => (a: unknown, b: unknown) =>
    text(name)(a) < text(name)(b) ? -1 : text(name)(a) > text(name)(b) ? 1 : 0
  const byTime = (name: string) => (a: unknown, b: unknown) =>
    (time(name)(a) || 0) - (time(name)(b) || 0)

  it.each<[string, string, (a: unknown, b: unknown) => number]>([
    ['CdpReplicaSession', 'CreationTimeUTC', byTime('creationTimeUTC')],
    ['CdpReplicaSession', 'EndTimeUTC', byTime('endTimeUTC')],
    ['CdpReplicaSession', 'Name', byText('name')],
    ['CdpReplicaSession', 'PolicyName', byText('policyName')],
    ['CdpReplicaSession', 'Result', (a, b) => rank(a) - rank(b)],
    ['CdpReplicaSession', 'FailureMessage', byText('failureMessage')],
    ['CdpReplicaSession', 'Id', byText('uid')],
    ['CdpReplicaTaskSession', 'Name', byText('name')],
    ['CdpReplicaTaskSession', 'CreationTimeUTC', byTime('creationTimeUTC')],
    ['CdpReplicaTaskSession', 'vmdisplayname', byText('vmDisplayName')],
    ['CdpPolicy', 'Name', byText('name')],
    ['BackupServer', 'Version', byText('version')],
  ])('%s by %s', async (type, field, compare) => {
    for (const [direction, sign] of [
      ['sortAsc', 1],
      ['sortDesc', -1],
    ] as const) {
      const rows = await running.client.query(type, { [direction]: field, pageSize: 400 })
      expect(rows.length).toBeGreaterThan(3)
      const pairs = rows.slice(1).map((row, index) => sign * compare(rows[index], row))
      expect(pairs.filter((order) => order > 0)).toEqual([])
    }
  })

  it('that is not asked for does not happen', async () => {
    const rows = await running.client.query('CdpReplicaSession', { pageSize: 50 })
    const times = rows.map(time('creationTimeUTC'))
    expect(times).not.toEqual(times.toSorted((a, b) => a - b))
    expect(times).not.toEqual(times.toSorted((a, b) => b - a))
  })
})

describe('pages', () => {
  it('hold 100 rows where no size is asked for, with links to the others and no total', async () => {
    const path = '/api/query?type=CdpReplicaSession&format=Entities&sortAsc=Name'
    const body = await running.client.json(`${path}&page=2`)
    expect(listAt(body, 'entities', 'cdpReplicaSessions', 'cdpReplicaSessions')).toHaveLength(100)
    expect(at(body, 'pagingInfo', 'pageNum')).toBe(2)
    expect(at(body, 'pagingInfo', 'pageSize')).toBe(100)
    expect(at(body, 'pagingInfo', 'pagesCount')).toBe(Math.ceil(sessions.length / 100))
    const links = listAt(body, 'pagingInfo', 'links')
    expect(links.map((link) => at(link, 'rel'))).toEqual(['First', 'Previous', 'Next', 'Last'])
    expect(at(links[2], 'href')).toContain('sortAsc=Name&pageSize=100&page=3')
    expect(Object.keys(Object(at(body, 'pagingInfo'))).toSorted()).toEqual([
      'links',
      'pageNum',
      'pageSize',
      'pagesCount',
    ])
  })

  it('add up to all rows, each once', async () => {
    const found: unknown[] = []
    for (let page = 1; page <= Math.ceil(sessions.length / 70); page += 1) {
      const parameters = { sortDesc: 'State', pageSize: 70, page }
      found.push(...(await running.client.query('CdpReplicaSession', parameters)))
    }
    expect(uids(found)).toEqual(uids(sessions))
  })

  it('behind the last are empty, and a first one there always is', async () => {
    const path = running.client.queryPath('CdpReplicaSession', { page: 999 })
    const body = await running.client.json(path)
    expect(listAt(body, 'entities', 'cdpReplicaSessions', 'cdpReplicaSessions')).toEqual([])
    const nothing = running.client.queryPath('CdpPolicy', { filter: 'Name==nobody' })
    expect(at(await running.client.json(nothing), 'pagingInfo', 'pagesCount')).toBe(1)
  })

  it('can be walked by key: from the last creation time seen, the rows after it follow', async () => {
    const seen = new Set<string>()
    let from = '2026-01-01'
    for (let round = 0; round < 100 && seen.size < sessions.length; round += 1) {
      const rows = await running.client.query('CdpReplicaSession', {
        filter: `CreationTimeUTC>="${from}"`,
        sortAsc: 'CreationTimeUTC',
        pageSize: 50,
      })
      for (const row of rows) seen.add(text('uid')(row))
      from = text('creationTimeUTC')(rows.at(-1))
    }
    expect(seen.size).toBe(sessions.length)
  })

  it('are of references where no format is asked for', async () => {
    const body = await running.client.json('/api/query?type=cdpreplicatasksession&pageSize=3')
    const references = listAt(body, 'refs', 'refs')
    expect(references).toHaveLength(3)
    expect(at(body, 'entities')).toBeNull()
    expect(at(references[0], 'type')).toBe('CdpReplicaTaskSessionReference')
    expect(at(references[0], 'state')).toBeUndefined()
  })
})

describe('refused queries', () => {
  it.each([
    ['type=Job', 400, "'Job'"],
    ['filter=Name%3D%3Dx', 400, 'type'],
    ['type=CdpPolicy&pageSize=0', 400, 'pageSize'],
    ['type=CdpPolicy&pageSize=1001', 400, '1000'],
    ['type=CdpPolicy&pageSize=many', 400, 'many'],
    ['type=CdpPolicy&page=0', 400, 'page'],
    ['type=CdpReplicaTaskSession&filter=Result%3D%3DFailed', 500, "'Result'"],
    ['type=CdpReplicaTaskSession&sortAsc=Result', 500, "'Result'"],
    ['type=CdpReplicaSession&filter=UID%3D%3Dx', 500, "'UID'"],
    ['type=CdpPolicy&filter=Id%3D%3Dx', 500, "'Id'"],
    ['type=CdpReplicaSession&filter=Progress%3D%3D0', 500, "'Progress'"],
    ['type=CdpReplicaSession&filter=State%3D%3DSleeping', 500, 'Sleeping'],
    ['type=CdpReplicaSession&filter=CreationTimeUTC%3E%3Dyesterday', 500, 'yesterday'],
    ['type=CdpReplicaSession&filter=CreationTimeUTC%3E%3D2026-06-15', 500, "'-'"],
    ['type=CdpReplicaSession&filter=Id%3E%22a%22', 500, 'Operator >'],
    ['type=CdpReplicaSession&filter=Name~%3Dx', 500, "'~'"],
    ['type=CdpReplicaSession&filter=PolicyName%3D%3D%22a', 500, 'Unterminated'],
    ['type=CdpReplicaSession&filter=PolicyName%3D%3DWeb+farm', 500, "'+'"],
    ['type=CdpReplicaSession&sortAsc=Name&sortDesc=State', 500, 'Only one'],
    ['type=CdpReplicaSession&sortAsc=Name,State', 500, 'Name,State'],
    ['type=CdpReplicaTaskSession&filter=TotalSize%3E%22big%22', 500, 'big'],
    ['type=CdpPolicy&filter=ScheduleEnabled%3D%3Dmaybe', 500, 'maybe'],
  ])('%s is answered %i', async (parameters, status, part) => {
    const answer = await running.client.get(`/api/query?${parameters}`)
    expect(answer.status).toBe(status)
    expect(at(JSON.parse(answer.text), 'statusCode')).toBe(status)
    expect(at(JSON.parse(answer.text), 'message')).toContain(part)
  })
})
