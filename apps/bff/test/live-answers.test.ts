import {
  backupServersAnswerSchema,
  policiesAnswerSchema,
  sessionsAnswerSchema,
  tasksAnswerSchema,
} from '@cdp-watch/contract'
import { readJson } from '@cdp-watch/em-wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { askDirectly } from './direct.ts'
import { livePath } from './http-call.ts'
import { type Simulator, startSimulator } from './simulator.ts'

const schemas = {
  CdpReplicaSession: sessionsAnswerSchema,
  CdpReplicaTaskSession: tasksAnswerSchema,
  CdpPolicy: policiesAnswerSchema,
  BackupServer: backupServersAnswerSchema,
} as const
const types = Object.keys(schemas)

describe.each(['camel', 'pascal'])('an EM that writes %s case', (jsonCase) => {
  let em: Simulator
  let bff: TestBff
  beforeAll(async () => {
    // A clock that stands still, so that EM gives the same bytes twice.
    em = await startSimulator({ 'json-case': jsonCase, now: '2026-06-15T09:30:00Z', speed: 0 })
    bff = await startBff(em.target)
    await bff.awaitReadiness(200)
  })
  afterAll(async () => {
    await bff.stop()
    await em.stop()
  })

  const ask = async (parameters: Readonly<Record<string, string>>) => {
    const answer = await bff.get(livePath(parameters))
    expect(answer.status, answer.text).toBe(200)
    return answer
  }
  const sessions = async (parameters: Readonly<Record<string, string>> = {}) =>
    sessionsAnswerSchema.parse((await ask({ type: 'CdpReplicaSession', ...parameters })).json())

  it.each(Object.entries(schemas))('gives %s as the contract says', async (type, schema) => {
    const answer = await ask({ type, pageSize: '50' })
    const body = schema.parse(answer.json())
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.rowProblems).toEqual([])
    expect(body).toEqual(answer.json())
    expect(body.page).toMatchObject({ number: 1, size: 50 })
    expect(body.query).toMatchObject({ type, filter: null })
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('filters as it was told', async () => {
    const failed = await sessions({ filter: 'result==failed', pageSize: '1000' })
    expect(failed.items.length).toBeGreaterThan(0)
    expect(new Set(failed.items.map((item) => item.result))).toEqual(new Set(['Failed']))
    expect(failed.query.filter).toBe('Result=="Failed"')
    const bad = await sessions({ filter: 'Result>=Warning', pageSize: '1000' })
    expect(bad.items.length).toBeGreaterThan(failed.items.length)
    const none = await sessions({ filter: 'PolicyName=="there is no such policy"' })
    expect(none.items).toEqual([])
  })

  it('filters by a name with quotes in it, and by nothing more', async () => {
    const { items } = await sessions({ pageSize: '1000' })
    const odd = items.find((item) => item.policyName?.includes('"'))
    const name = odd?.policyName ?? ''
    expect(name).toContain('"')
    const filter = `PolicyName=="${name.replaceAll('"', '""')}"`
    const found = await sessions({ filter, pageSize: '1000' })
    expect(new Set(found.items.map((item) => item.policyName))).toEqual(new Set([name]))
  })

  it.each([
    ['CdpReplicaSession', 'creationTimeUTC', 'descending'],
    ['CdpReplicaTaskSession', 'creationTimeUTC', 'descending'],
    ['CdpPolicy', 'name', 'ascending'],
    ['BackupServer', 'name', 'ascending'],
  ])('sorts %s by %s, %s, where nobody asks for a sort', async (type, field, direction) => {
    const body = readJson((await ask({ type, pageSize: '200' })).text)
    const items = body.ok ? Object(body.value).items : []
    const keys = items.map((item: object): string => String(Reflect.get(item, field)).toLowerCase())
    const sorted = keys.toSorted((a: string, b: string) =>
      field === 'name' ? a.localeCompare(b, 'en') : Date.parse(a) - Date.parse(b),
    )
    expect(keys).toEqual(direction === 'ascending' ? sorted : sorted.toReversed())
  })

  it('gives pages that fit together', async () => {
    const whole = await sessions({ pageSize: '1000' })
    const pages = Math.ceil(whole.items.length / 30)
    const uids: string[] = []
    for (let page = 1; page <= pages; page += 1) {
      const part = await sessions({ pageSize: '30', page: String(page) })
      expect(part.page).toEqual({ number: page, size: 30, count: pages })
      uids.push(...part.items.map((item) => item.uid))
    }
    expect(uids).toEqual(whole.items.map((item) => item.uid))
    expect(pages).toBeGreaterThan(2)
  })

  it.each(types)('passes %s on raw, byte for byte', async (type) => {
    const parameters = { type, pageSize: '40', filter: 'Name!="x"' }
    const raw = await ask({ ...parameters, raw: 'true' })
    const shaped = sessionsAnswerSchema.pick({ query: true }).parse((await ask(parameters)).json())
    expect(raw.text).toBe(await askDirectly(em.target, shaped.query.emPath))
    expect(raw.text).toContain(jsonCase === 'camel' ? '"pagingInfo":' : '"PagingInfo":')
    expect(raw.headers['content-type']).toContain('application/json')
    expect(Number(raw.headers['content-length'])).toBe(raw.bytes.length)
  })

  it('reads and passes on a byte order mark', async () => {
    await em.set({ bom: true })
    const raw = await ask({ type: 'BackupServer', raw: 'true' })
    const shaped = await ask({ type: 'BackupServer' })
    await em.set({ bom: false })
    expect(raw.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(backupServersAnswerSchema.parse(shaped.json()).items.length).toBeGreaterThan(0)
  })

  it.each(['true', 'false'])(
    'lets no header of EM’s through but the body’s own, raw=%s',
    async (raw) => {
      const { headers } = await ask({ type: 'BackupServer', raw })
      for (const name of ['set-cookie', 'server', 'x-restsvcsessionid', 'www-authenticate']) {
        expect(headers).not.toHaveProperty(name)
      }
    },
  )

  it('says in its own words that a page is too large for it', async () => {
    await em.set({ maxPageSize: 100 })
    const answer = await bff.get(livePath({ type: 'CdpPolicy', pageSize: '101' }))
    await em.set({ maxPageSize: 1000 })
    expect(answer.status).toBe(502)
    expect(answer.json()).toMatchObject({
      code: 'em-refused-query',
      detail: expect.stringContaining('It says: “'),
    })
  })
})
