import { afterAll, describe, expect, it } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { call, livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

describe('the log', () => {
  it('at its most talkative holds no password, no token and no credentials', async (context) => {
    const { startEm } = createRig(context)
    const em = await startEm()
    const account = { username: 'DEMO\\jürgen', password: 'pässwort-ß€' }
    const variables = {
      ...variablesOf({ ...em.target, ...account }),
      LOG_LEVEL: 'trace',
      EM_TIMEOUT_SECONDS: '1',
    }
    const bff = startProcess(checkout.folder, variables, checkout.folder)
    context.onTestFinished(bff.kill)
    const url = await bff.ready
    const headers = { authorization: 'Basic YnJvd3NlcjpzZWNyZXQ=', cookie: 'sid=browser-cookie' }
    const ask = (raw: string) => call(url, livePath({ type: 'CdpPolicy', raw }), { headers })
    await ask('false')
    await em.fail({ kind: 'slow', delayMs: 2000, path: '/api/query' })
    await ask('false')
    for (const kind of ['401', '403', '500', 'html', 'xml-error', 'reset'] as const) {
      await em.fail({ kind, count: 3, path: '/api/query' })
      await ask(kind === 'html' ? 'true' : 'false')
      await em.expireLogons()
      await Promise.allSettled([ask('true'), ask('false'), ask('false')])
    }
    await em.fail({ kind: '500', path: '/api/sessionMngr' })
    await em.expireLogons()
    const freshness = await until(
      () => call(url, '/api/freshness'),
      ({ text }) => text.includes('Object reference'),
    )
    const document = await call(url, '/api/openapi.json')
    const { requests } = await em.received()
    bff.child.kill('SIGTERM')
    await bff.ended
    const tokens = new Set(
      requests.flatMap(({ headers: told }) => told['x-restsvcsessionid'] ?? []),
    )
    expect(tokens.size).toBeGreaterThan(3)
    const written = `${bff.out()}${bff.err()}`
    expect(written).toContain('"code":"em-error"')
    expect(written).toContain('"code":"em-timeout"')
    const secrets = [
      account.password,
      Buffer.from(`${account.username}:${account.password}`).toString('base64'),
      'YnJvd3NlcjpzZWNyZXQ=',
      'browser-cookie',
      'Basic ',
      ...tokens,
      ...[...tokens].map((token) => Buffer.from(token, 'base64').toString('utf8')),
    ]
    for (const text of [written, freshness.text, document.text]) {
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })
})
