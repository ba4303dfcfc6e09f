import { freshnessSchema, problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import type { TestBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const pathOf = (raw: string) => livePath({ type: 'CdpReplicaTaskSession', raw, pageSize: '5' })

const freshnessOf = async (bff: TestBff) =>
  freshnessSchema.parse((await bff.get('/api/freshness')).json())

describe.concurrent('an EM', () => {
  it('that stops and starts again is found by itself', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start(em.target, { collects: true, pollSeconds: 0.2 })
    await bff.awaitReadiness(200)
    await until(
      () => freshnessOf(bff),
      ({ collection }) => collection !== null,
    )
    const { lastAnswerUTC } = (await freshnessOf(bff)).em
    await em.halt()
    const down = await bff.awaitReadiness(503)
    expect(problemSchema.parse(down.json())).toMatchObject({ code: 'em-unreachable' })
    const refused = await bff.get(pathOf('false'))
    expect(problemSchema.parse(refused.json())).toMatchObject({
      status: 503,
      code: 'em-unreachable',
    })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    const during = await until(
      () => freshnessOf(bff),
      ({ collection }) => collection?.error !== null,
    )
    expect(during.em).toMatchObject({ state: 'failed', error: { code: 'em-unreachable' } })
    expect(Date.parse(during.em.lastAnswerUTC ?? '')).toBeGreaterThanOrEqual(
      Date.parse(lastAnswerUTC ?? ''),
    )
    expect(during.collection).toMatchObject({
      state: 'CompletedSuccessfully',
      error: expect.any(String),
    })
    const restarted = await startEm({ port: em.port, 'cert-dir': em.certDir })
    await bff.awaitReadiness(200)
    expect((await bff.get(pathOf('false'))).status).toBe(200)
    expect((await restarted.received()).liveLogons).toBe(1)
  })

  it('that shows another certificate is not talked to', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const other = await startEm()
    const bff = await start({ ...other.target, trust: em.target.trust })
    await bff.awaitReadiness(503)
    const problem = problemSchema.parse((await bff.get(pathOf('true'))).json())
    expect(problem).toMatchObject({ status: 503, code: 'em-certificate-changed' })
    expect((await other.received()).total).toBe(0)
  })

  it('is trusted by its certificate as a CA file, under its own names', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const url = em.target.url.replace('127.0.0.1', 'localhost')
    const trust = { kind: 'ca', pem: em.certificate } as const
    const bff = await start({ ...em.target, url, trust })
    await bff.awaitReadiness(200)
    expect((await bff.get(pathOf('false'))).status).toBe(200)
    expect((await bff.get(pathOf('true'))).status).toBe(200)
  })
})
