import type { IncomingHttpHeaders } from 'node:http'
import type { TestContext } from 'vitest'
import type { Config } from '../src/config.ts'
import type { Access } from '../src/config-access.ts'
import type { TestBff } from './bff.ts'
import type { Called } from './http-call.ts'
import { createRig } from './rig.ts'
import type { Simulator } from './simulator.ts'

/** How people sign in in tests, where nothing else is said. */
export const signInAccess: Extract<Access, { kind: 'em' }> = {
  kind: 'em',
  endsAfterMs: 24 * 3600_000,
  idleMs: 3600_000,
  failures: 3,
  pauseMs: 35 * 60_000,
}

export const operator = { username: 'DEMO\\operator', password: 'demo' }

/** A dashboard that people sign in to, and its Enterprise Manager. */
export async function startWithSignIn(
  context: TestContext,
  changes: Partial<Config> & { collects?: boolean } = {},
): Promise<{ em: Simulator; bff: TestBff }> {
  const { startEm, start } = createRig(context)
  const em = await startEm()
  const bff = await start(em.target, { access: signInAccess, ...changes })
  await bff.awaitReadiness(200)
  return { em, bff }
}

/** Sends JSON as a page of the dashboard does. */
export function post(
  bff: TestBff,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Called> {
  const own = { 'sec-fetch-site': 'same-origin', origin: bff.url }
  return bff.get(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...own, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export const signIn = (bff: TestBff, body: unknown = operator, headers = {}): Promise<Called> =>
  post(bff, '/api/sign-in', body, headers)

/** What a browser sends back of an answer's cookies. */
export function cookieOf(headers: IncomingHttpHeaders): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}
