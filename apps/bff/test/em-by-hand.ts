import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TestContext } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { startEmStub } from './em-stub.ts'
import { livePath } from './http-call.ts'
import { until } from './until.ts'

/** A dashboard on an EM whose answers to queries the test writes by hand; logons are answered at once. */
export async function startByHand(
  { onTestFinished }: TestContext,
  config: Parameters<typeof startBff>[1] = {},
) {
  const queries: { request: IncomingMessage; response: ServerResponse; closed: Promise<void> }[] =
    []
  const em = await startEmStub((request, response) => {
    if (request.method === 'POST') {
      response.writeHead(201, { 'X-RestSvcSessionId': 'dG9rZW4=' }).end('{"SessionId":"1"}')
    } else if (request.url?.startsWith('/api/query')) {
      const closed = new Promise<void>((resolve) => response.once('close', () => resolve()))
      queries.push({ request, response, closed })
    } else response.writeHead(204).end()
  })
  onTestFinished(em.stop)
  const target = { url: em.url, username: 'u', password: 'p', trust: { kind: 'insecure' } } as const
  const bff: TestBff = await startBff(target, config)
  onTestFinished(bff.stop)
  await bff.awaitReadiness(200)
  const awaitQueries = (count: number) =>
    until(
      () => queries.length,
      (length) => length === count,
    )
  return { em, bff, queries, awaitQueries }
}

/** Head of an answer in JSON. */
export const json = { 'Content-Type': 'application/json; charset=utf-8' }
/** A page of policies without any. */
export const emptyAnswer = '{"Entities":{"CdpPolicies":{"CdpPolicies":[]}}}'
/** The path of a live query for policies. */
export const policies = (raw = 'false') => livePath({ type: 'CdpPolicy', raw })

/** The status alone of an answer that is still to come. */
export const statusOf = (answer: Promise<{ status: number }>) => answer.then(({ status }) => status)
