import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, listAt, startForTest } from './test-client.ts'
import { camelName } from './wire/json.ts'

let running: Awaited<ReturnType<typeof startForTest>>
beforeAll(async () => {
  running = await startForTest()
})
afterAll(() => running.stop())

/** Whether every element is closed in its order, and nothing stands raw that must be escaped. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replace(
    /<(\/?)([A-Za-z?][^\s/>]*)((?:\s+[\w:]+="[^"<]*")*)\s*([/?]?)>/g,
    (...found) => {
      const [, slash, name, , selfClosing] = found
      if (slash) expectClosed(open, name)
      else if (!selfClosing) open.push(name)
      return ''
    },
  )
  return (
    open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;|#xD;|#xA;|#x9;)/.test(xml)
  )
}

function expectClosed(open: string[], name: string): void {
  expect(open.pop()).toBe(name)
}

describe('content negotiation', () => {
  it.each([
    ['application/json', 'json'],
    ['APPLICATION/JSON', 'json'],
    ['application/xml', 'xml'],
    ['application/json, */*', 'xml'],
    ['application/json;q=1', 'xml'],
    ['*/*', 'xml'],
    ['', 'xml'],
  ])('%j gives %s', async (accept, form) => {
    const answer = await running.client.get('/api/backupServers', { Accept: accept })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(`application/${form}; charset=utf-8`)
    expect(answer.text.startsWith(form === 'json' ? '{' : '<?xml')).toBe(true)
  })
})

describe('the API root', () => {
  it('needs no logon and lists versions and links', async () => {
    const { status, text } = await running.client.send('/api/', {
      headers: { Accept: 'application/json' },
    })
    const body: unknown = JSON.parse(text)
    expect(status).toBe(200)
    const versions = listAt(body, 'supportedVersions', 'supportedVersions')
    expect(versions.map((version) => at(version, 'name'))).toContain('v1_7')
    expect(listAt(body, 'links')).not.toHaveLength(0)
    expect((await running.client.send('/api')).status).toBe(200)
  })
})

describe('JSON', () => {
  it('has all of about 50 collections, null but for the one asked for', async () => {
    const body = await running.client.json(running.client.queryPath('CdpReplicaSession'))
    const entities = at(body, 'entities')
    const keys = Object.keys(Object(entities))
    expect(keys).toHaveLength(50)
    const present = keys.filter((key) => at(entities, key) !== null)
    expect(present).toEqual(['cdpReplicaSessions'])
    expect(Object.keys(Object(body))).toEqual([
      'refs',
      'entities',
      'resources',
      'links',
      'pagingInfo',
    ])
  })

  it('has nulls that are not left out', async () => {
    const [session] = await running.client.query('CdpReplicaSession', {
      filter: 'State==Working',
      pageSize: 1,
    })
    expect(at(session, 'endTimeUTC')).toBeNull()
    expect(at(session, 'result')).toBe('None')
    expect(at(session, 'progress')).toBe(0)
    expect(at(session, 'failureMessage')).toBeNull()
  })

  it('changes the case of names, and never of values', async () => {
    const read = async () => {
      const answer = await running.client.get(
        running.client.queryPath('CdpReplicaSession', { sortAsc: 'CreationTimeUTC', pageSize: 2 }),
      )
      return answer.text
    }
    const pascal = await startForTest({ jsonCase: 'pascal' })
    try {
      const path = pascal.client.queryPath('CdpReplicaSession', {
        sortAsc: 'CreationTimeUTC',
        pageSize: 2,
      })
      const body: unknown = JSON.parse((await pascal.client.get(path)).text)
      const row = at(body, 'Entities', 'CdpReplicaSessions', 'CdpReplicaSessions', 0)
      expect(Object.keys(Object(row))).toEqual(
        expect.arrayContaining(['UID', 'CreationTimeUTC', 'IsRetry', 'Links', 'PolicyUid']),
      )
      expect(at(body, 'Entities', 'NASJobs')).toBeNull()
      const renamed = JSON.stringify(body).replace(
        /"(\w+)":/g,
        (_, name) => `"${camelName(name)}":`,
      )
      expect(JSON.parse(renamed)).toEqual(JSON.parse(await read()))
    } finally {
      await pascal.stop()
    }
  })

  it.each([
    ['UID', 'uid'],
    ['CreationTimeUTC', 'creationTimeUTC'],
    ['NASJobs', 'nasJobs'],
    ['VAppReplicaPoints', 'vAppReplicaPoints'],
    ['VlanConfigurations', 'vlanConfigurations'],
    ['RPOSchedule', 'rpoSchedule'],
    ['IsRetry', 'isRetry'],
  ])('of v13 calls %s %s', (name, camel) => expect(camelName(name)).toBe(camel))

  it('may begin with a byte order mark', async () => {
    const marked = await startForTest({ bom: true, policies: 2 })
    try {
      for (const path of ['/api/', '/api/cdpPolicies', '/api/nothing']) {
        const { text } = await marked.client.get(path)
        expect(text.codePointAt(0)).toBe(0xfeff)
        expect(() => JSON.parse(text.slice(1))).not.toThrow()
      }
    } finally {
      await marked.stop()
    }
  })
})

describe('XML', () => {
  const xml = async (path: string) =>
    (await running.client.get(path, { Accept: 'application/xml' })).text

  it('calls a session CdpPolicySession, with its type beside', async () => {
    const text = await xml(
      '/api/query?type=CdpReplicaSession&format=Entities&filter=State==Working',
    )
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?><QueryResult xmlns="http:\/\/www\.veeam\.com\/ent\/v1\.0"><Entities><CdpReplicaSessions><CdpPolicySession Type="CdpReplicaSession" Href="[^"]+" Name="[^"]+" UID="urn:veeam:CdpReplicaSession:[^"]+"><Links><Link Rel="Up" Type="BackupServerReference" /,
    )
    expect(text).not.toContain('EndTimeUTC')
    expect(text).toContain('<PagingInfo PagesCount="1" PageSize="100" PageNum="1">')
  })

  it.each([
    '/api/',
    '/api/query?type=CdpPolicy&format=Entities',
    '/api/query?type=CdpReplicaTaskSession&format=Entities&filter=Reason!=%22%22&pageSize=1000',
    '/api/query?type=CdpReplicaSession&filter=Result%3E=Warning&pageSize=500&format=Entities',
    '/api/query?type=BackupServer',
    '/api/cdpReplicaSessions',
    '/api/cdpReplicaSessions?format=Entity',
    '/api/cdpPolicies?format=Entity',
    '/api/backupServers?format=Entity',
    '/api/systemSessions?format=Entity',
    '/api/logonSessions',
    '/api/query?type=CdpPolicy&filter=Name%3D%3D%22a%3Cb%26%22%22',
    '/api/nothing?a=%3Cb%3E',
  ])('of %s is well-formed, whatever texts it holds', async (path) => {
    expect(isWellFormed(await xml(path))).toBe(true)
  })

  it('escapes markup in names and texts', async () => {
    const policies = await xml('/api/cdpPolicies?format=Entity')
    expect(policies).toContain('Name="R&amp;D &quot;Blue&quot; &lt;b&gt;lab&lt;/b&gt; \'A\'"')
  })
})

describe('errors', () => {
  it('are XML elements with attributes, or JSON in the case of the other answers', async () => {
    const asXml = await running.client.get('/api/cdpPolicies/nobody', { Accept: 'text/html' })
    expect(asXml.status).toBe(404)
    expect(asXml.text).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Error xmlns="http://www.veeam.com/ent/v1.0" Message="CdpPolicy nobody not found." StatusCode="404" />',
    )
    const asJson = await running.client.get('/api/cdpPolicies/nobody')
    expect(JSON.parse(asJson.text)).toEqual({
      firstChanceExceptionMessage: null,
      stackTrace: null,
      message: 'CdpPolicy nobody not found.',
      statusCode: 404,
      status: null,
    })
  })

  it.each([
    ['GET', '/api/nothing', 404],
    ['GET', '/api/query/more', 404],
    ['GET', '/', 404],
    ['GET', '/apix', 404],
    ['GET', '/__simulator/health', 404],
    ['POST', '/api/query?type=CdpPolicy', 405],
    ['DELETE', '/api/cdpPolicies', 405],
    ['GET', '/api/sessionMngr/?v=latest', 405],
    ['GET', '/api/cdpReplicaSessions/a9a759dd-4496-4f50-8fc0-f925aa283f8d', 404],
    ['GET', '/api/query?type=%ZZ', 400],
  ])('%s %s is answered %i', async (method, path, status) => {
    const logon = await running.client.logOn()
    const headers = { 'X-RestSvcSessionId': logon.headers['x-restsvcsessionid'] ?? '' }
    expect((await running.client.send(path, { method, headers })).status).toBe(status)
  })
})
