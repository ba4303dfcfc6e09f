import { problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { json, policies, startByHand } from './em-by-hand.ts'
import { startEmStub } from './em-stub.ts'

/** A page of one policy with these fields in JSON. */
const pageOf = (fields: string) =>
  `{"Entities":{"CdpPolicies":{"CdpPolicies":[{"UID":"urn:veeam:CdpPolicy:1","Name":"P"${fields}}]}},"PagingInfo":{"PageNum":1,"PageSize":100,"PagesCount":1}}`

describe.concurrent('an answer of Enterprise Manager', () => {
  it.for([
    ['__proto__', ',"__proto__":{"isAdmin":true,"name":"x"}'],
    ['constructor', ',"constructor":{"prototype":{"isAdmin":true}}'],
    ['toString and hasOwnProperty', ',"toString":"x","hasOwnProperty":1,"valueOf":null'],
    ['a name twice', ',"name":"Q","NAME":"R"'],
  ] as const)('with %s changes nothing but itself', async ([_name, fields], context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies())
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, json).end(pageOf(fields))
    const answer = await asked
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({ items: [{ uid: 'urn:veeam:CdpPolicy:1' }] })
    expect(answer.text).not.toContain('isAdmin')
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })

  it.for([
    ['very deep', '['.repeat(200_000)],
    ['deep and whole', `{"Entities":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
    ['no JSON', '<html><script>alert(1)</script></html>'],
    ['cut in a character', '{"Entities":{"CdpPolicies":{"CdpPolicies":[{"Name":"\ud800'],
  ] as const)('that is %s is told in words, and ends nothing', async ([_name, body], context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies())
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, json).end(body)
    const answer = await asked
    if (answer.status !== 200) {
      expect(problemSchema.parse(answer.json()).code).toMatch(/^em-(bad-answer|wrong-port)$/)
      expect(answer.text).not.toContain('<script>')
    } else expect(answer.json()).toMatchObject({ items: [] })
    expect((await bff.get('/healthz')).status).toBe(200)
  })

  it('that leads elsewhere, by a redirect or by its links, is not followed', async (context) => {
    const trap = await startEmStub((_request, response) => response.end())
    context.onTestFinished(trap.stop)
    const { bff, queries, awaitQueries } = await startByHand(context)
    const redirected = bff.get(policies('true'))
    await awaitQueries(1)
    queries[0]?.response.writeHead(302, { Location: `${trap.url}/api/query` }).end()
    const answer = await redirected
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers).not.toHaveProperty('location')
    const linked = bff.get(policies())
    await awaitQueries(2)
    const links = `,"Href":"${trap.url}/x","Links":[{"Rel":"Next","Href":"${trap.url}/y"}]`
    queries[1]?.response.writeHead(200, json).end(pageOf(links))
    expect((await linked).status).toBe(200)
    expect(trap.connections).toBe(0)
  })
})
