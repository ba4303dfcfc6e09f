import { randomUUID } from 'node:crypto'
import { type ProblemCode, problemSchema } from '@cdp-watch/contract'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { startBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { type Fault, type Simulator, startSimulator } from './simulator.ts'
import { until } from './until.ts'

let em: Simulator
beforeAll(async () => {
  em = await startSimulator()
})
afterAll(() => em.stop())

/**
 * A dashboard of a test's own, since what EM once refused it remembers; its queries carry a mark by
 * which the faults and the requests of tests that run at once are told apart.
 */
const start = async ({ onTestFinished }: TestContext, timeoutSeconds = 20) => {
  const mark = `x${randomUUID().replaceAll('-', '')}`
  const bff = await startBff(em.target, { timeoutSeconds })
  onTestFinished(bff.stop)
  await bff.awaitReadiness(200)
  return {
    bff,
    fail: (fault: Fault) => em.fail({ path: mark, ...fault }),
    ask: (raw: string, type = 'CdpPolicy') =>
      bff.get(livePath({ type, raw, filter: `Name!="${mark}"` })),
    asked: async () => {
      const { requests } = await em.received()
      return requests.filter(({ url }) => url.includes(mark))
    },
  }
}

describe.concurrent.each(['false', 'true'])('a failing EM, asked with raw=%s,', (raw) => {
  it.for<[Fault, number, ProblemCode, RegExp, number]>([
    [{ kind: '401', count: 9 }, 502, 'em-refused', /may not read this \(401\).*logon session/, 2],
    [
      { kind: '403', count: 9 },
      502,
      'em-refused',
      /may not read this \(403\).*Access is denied/,
      2,
    ],
    [{ kind: '500', count: 9 }, 502, 'em-error', /answered 500.*Object reference not set/, 1],
    [{ kind: 'xml-error', count: 9 }, 502, 'em-error', /answered 500.*Object reference not set/, 1],
    [{ kind: '503', count: 9 }, 503, 'em-overloaded', /too busy/, 3],
    [{ kind: '503', count: 9, retryAfter: 60 }, 503, 'em-overloaded', /too busy/, 1],
    [{ kind: 'reset', count: 9 }, 503, 'em-unreachable', /cut the connection off/, 3],
    [{ kind: 'html', count: 9 }, 502, 'em-bad-answer', /HTML|text\/html/i, 1],
  ])('%j, is told as it is', async ([fault, status, code, words, requests], context) => {
    const { fail, ask, asked } = await start(context)
    await fail(fault)
    const answer = await ask(raw)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['cache-control']).toBe('no-store')
    const problem = problemSchema.parse(answer.json())
    expect(answer.status).toBe(status)
    expect(problem).toMatchObject({ status, code, requestId: answer.headers['x-request-id'] })
    expect(problem.detail).toMatch(words)
    expect(problem.detail).not.toMatch(/[<>]|xmlns/)
    expect(await asked()).toHaveLength(requests)
    const after = answer.headers['retry-after']
    if (status !== 503) expect(after).toBeUndefined()
    else expect(Number(after)).toBe(fault.retryAfter ?? problem.retryAfterSeconds)
  })

  it.for<Fault>([
    { kind: '401' },
    { kind: '403' },
    { kind: '503', retryAfter: 1 },
    { kind: 'reset' },
    { kind: '503', count: 2 },
  ])('%j, that passes is not noticed', async (fault, context) => {
    const { fail, ask, asked } = await start(context)
    await fail(fault)
    expect((await ask(raw)).status).toBe(200)
    expect(await asked()).toHaveLength((fault.count ?? 1) + 1)
  })

  it('too slow, is given up, and only once', async (context) => {
    const { bff, fail, ask, asked } = await start(context, 2)
    await fail({ kind: 'slow', count: 9, delayMs: 6000 })
    const problem = problemSchema.parse((await ask(raw)).json())
    expect(problem).toMatchObject({ status: 504, code: 'em-timeout' })
    expect(problem.detail).toContain('It was given 2 s.')
    expect(await asked()).toHaveLength(1)
    expect((await bff.get('/readyz')).status).toBe(200)
  })

  it('is remembered to refuse one type only, and without a new logon', async (context) => {
    const { fail, ask, asked } = await start(context)
    await fail({ kind: '403', count: 3 })
    expect((await ask(raw)).status).toBe(502)
    expect((await ask(raw)).status).toBe(502)
    expect((await ask(raw, 'BackupServer')).status).toBe(200)
    expect((await ask(raw)).status).toBe(200)
    const tokens = (await asked()).map(({ headers }) => headers['x-restsvcsessionid'])
    expect(tokens).toHaveLength(5)
    expect(new Set(tokens).size).toBe(2)
  })
})

describe.concurrent('an answer cut short', () => {
  it('is asked for again before it is shaped', async (context) => {
    const { fail, ask, asked } = await start(context)
    await fail({ kind: 'truncated', count: 2 })
    expect((await ask('false')).status).toBe(200)
    expect(await asked()).toHaveLength(3)
  })

  it('is told when it is cut short every time', async (context) => {
    const { fail, ask } = await start(context)
    await fail({ kind: 'truncated', count: 9 })
    const problem = problemSchema.parse((await ask('false')).json())
    expect(problem).toMatchObject({ status: 503, code: 'em-unreachable' })
  })

  it('is cut off for the browser too where it is passed on raw, and told in the log', async (context) => {
    const { bff, fail, ask } = await start(context)
    await fail({ kind: 'truncated' })
    await expect(ask('true')).rejects.toThrow()
    await until(bff.logged, (log) => log.includes('a raw answer was cut off'))
    expect(bff.logged()).not.toContain('internal-error')
    expect((await ask('true')).status).toBe(200)
  })
})
