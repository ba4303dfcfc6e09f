import { Agent, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { emptyAnswer, json, policies, startByHand, statusOf } from './em-by-hand.ts'
import { type EmStub, startEmStub } from './em-stub.ts'
import { begin, call, livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

describe.concurrent('live queries', () => {
  it('are at most four at EM at a time, and all are answered', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = Array.from({ length: 10 }, () => statusOf(bff.get(policies())))
    for (let answered = 0; answered < 10; answered += 1) {
      await awaitQueries(Math.min(10, answered + 4))
      await sleep(20)
      expect(queries.length - answered).toBeLessThanOrEqual(4)
      queries[answered]?.response.writeHead(200, json).end(emptyAnswer)
    }
    expect(await Promise.all(asked)).toEqual(Array(10).fill(200))
  })

  it('beyond those that wait are turned away at once, and told when to come back', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context, {
      liveRequests: 2,
      liveQueue: 3,
    })
    const waiting = Array.from({ length: 5 }, () => statusOf(bff.get(policies())))
    await awaitQueries(2)
    const refused = await bff.get(policies())
    expect(problemSchema.parse(refused.json())).toMatchObject({
      status: 503,
      code: 'too-many-live-requests',
      detail: expect.stringContaining('2 are being asked and 3 are waiting'),
    })
    expect(refused.headers['retry-after']).toBe('2')
    for (let count = 2; count <= 5; count += 1) {
      queries[count - 2]?.response.writeHead(200, json).end(emptyAnswer)
      await awaitQueries(Math.min(5, count + 1))
    }
    queries[4]?.response.writeHead(200, json).end(emptyAnswer)
    expect(await Promise.all(waiting)).toEqual(Array(5).fill(200))
  })

  it.for(['false', 'true'])(
    'nobody waits for any more are ended at EM, and free their place: raw=%s',
    async (raw, context) => {
      const { em, bff, queries, awaitQueries } = await startByHand(context, {
        liveRequests: 1,
        liveQueue: 5,
      })
      const leaving = new AbortController()
      const asked = call(bff.url, policies(raw), { signal: leaving.signal })
      await awaitQueries(1)
      const waiting = call(bff.url, policies(raw), { signal: leaving.signal })
      const patient = statusOf(bff.get(policies(raw)))
      leaving.abort()
      await expect(asked).rejects.toThrow()
      await expect(waiting).rejects.toThrow()
      await queries[0]?.closed
      await awaitQueries(2)
      queries[1]?.response.writeHead(200, json).end(emptyAnswer)
      expect(await patient).toBe(200)
      expect(queries).toHaveLength(2)
      await until(em.open, (open) => open <= 2)
      expect(bff.logged()).not.toMatch(/internal-error|"level":[45]0/)
    },
  )

  it('nobody waits for any more while their answer comes in are ended too', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context, { liveRequests: 1 })
    const leaving = new AbortController()
    const answer = await (async () => {
      const begun = begin(bff.url, policies('true'), { signal: leaving.signal })
      await awaitQueries(1)
      queries[0]?.response.writeHead(200, json).write('{"Entities":')
      return begun
    })()
    expect(answer.statusCode).toBe(200)
    answer.on('error', () => undefined)
    leaving.abort()
    await queries[0]?.closed
    const next = statusOf(bff.get(policies('true')))
    await awaitQueries(2)
    queries[1]?.response.writeHead(200, json).end(emptyAnswer)
    expect(await next).toBe(200)
    expect(bff.logged()).not.toMatch(/internal-error|cut off/)
  })

  it('leave no connection behind, however many are left', async (context) => {
    const { em, bff, queries, awaitQueries } = await startByHand(context, { liveRequests: 8 })
    for (let round = 1; round <= 3; round += 1) {
      const leaving = new AbortController()
      const asked = Array.from({ length: 8 }, (_, index) =>
        call(bff.url, policies(String(index % 2 === 0)), { signal: leaving.signal }),
      )
      await awaitQueries(round * 8)
      leaving.abort()
      await Promise.allSettled(asked)
      await Promise.all(queries.map(({ closed }) => closed))
    }
    // The one of the logon stays open for the next request.
    await until(em.open, (open) => open <= 1)
  })

  it('a thousandth time are like the first: no listeners pile up', async (context) => {
    const warnings: Error[] = []
    const warned = (warning: Error) => {
      if (warning.name === 'MaxListenersExceededWarning') warnings.push(warning)
    }
    process.on('warning', warned)
    const { startEm, start } = createRig(context)
    const em = await startEm({ policies: 2 })
    const bff = await start(em.target)
    await bff.awaitReadiness(200)
    await em.forget()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    context.onTestFinished(() => {
      agent.destroy()
      process.off('warning', warned)
    })
    const path = (index: number) =>
      livePath({ type: 'BackupServer', raw: String(index % 2 === 0), pageSize: '1' })
    for (let index = 0; index < 500; index += 1) {
      if (index % 100 === 50) await em.expireLogons()
      if (index % 100 === 75) await em.fail({ kind: 'reset', path: '/api/query' })
      const { status } = await call(bff.url, path(index), { agent })
      expect(status).toBe(200)
    }
    expect(warnings).toEqual([])
    expect((await em.received()).byKind['query BackupServer']).toBe(510)
  })
})

describe.concurrent('a logon that takes long', () => {
  it('does not send the query of one who has left meanwhile', async (context) => {
    const { start } = createRig(context)
    const held: ServerResponse[] = []
    const others: string[] = []
    const em: EmStub = await startEmStub((request, response) => {
      if (request.method === 'POST') held.push(response)
      else {
        others.push(request.url ?? '')
        response.writeHead(204).end()
      }
    })
    context.onTestFinished(em.stop)
    const bff = await start({
      url: em.url,
      username: 'u',
      password: 'p',
      trust: { kind: 'insecure' },
    })
    const leaving = new AbortController()
    const asked = call(bff.url, policies('true'), { signal: leaving.signal })
    await until(
      () => held.length,
      (length) => length === 1,
    )
    await sleep(50)
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await sleep(50)
    held[0]?.writeHead(201, { 'X-RestSvcSessionId': 'dG9rZW4=' }).end('{"SessionId":"1"}')
    await bff.awaitReadiness(200)
    await bff.get(policies('true'))
    expect(others).toEqual([expect.stringContaining('type=CdpPolicy')])
  })
})
