import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { FakeLogon } from '../../test/fake-logon.ts'
import { AppError } from '../errors.ts'
import { EmTimeout } from './failure.ts'
import { type Answer, askPersistently } from './repeat.ts'

type Step = number | { status: number; retryAfter: number } | AppError | Error

const lost = new AppError('em-unreachable', 'it cut the connection off')
const timeout = new AppError('em-timeout', 'too long', {}, new EmTimeout('20 s'))

/** An EM that answers as told, one step after the other; the last step holds for all that follow. */
const createEm = (...steps: Step[]) => {
  const fake = new FakeLogon()
  const asked: { token: string; at: number }[] = []
  let discarded = 0
  const send = async (token: string): Promise<Answer> => {
    asked.push({ token, at: performance.now() })
    const step = steps[Math.min(asked.length, steps.length) - 1] ?? 200
    if (step instanceof Error) throw step
    const status = typeof step === 'number' ? step : step.status
    return {
      status,
      contentType: 'application/json',
      retryAfter: typeof step === 'number' ? undefined : step.retryAfter,
      discard: () => {
        discarded += 1
      },
      errorBody: async () => JSON.stringify({ Message: `said ${status}` }),
    }
  }
  return {
    fake,
    send,
    tokens: () => asked.map(({ token }) => token),
    pauses: () => asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? at)),
    discarded: () => discarded,
    ask: (subject = 'sessions', signal?: AbortSignal) =>
      askPersistently({ logon: fake.logon, subject, send, ...(signal ? { signal } : {}) }),
  }
}

const errorOf = async (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => 'no error',
    (error: unknown) => error,
  )

describe('an answer', () => {
  it('that is a success is given at once', async () => {
    const em = createEm(200)
    expect((await em.ask()).status).toBe(200)
    expect(em.tokens()).toEqual(['token-1'])
    expect(em.fake.logon.describe().lastAnswerUTC).not.toBeNull()
  })

  it.each([401, 403])('%i leads to one new logon and the same request again', async (status) => {
    const em = createEm(status, 200)
    expect((await em.ask()).status).toBe(200)
    expect(em.tokens()).toEqual(['token-1', 'token-2'])
    expect(em.discarded()).toBe(1)
    expect(em.fake.logOns).toBe(2)
  })

  it.each([401, 403])('%i after a new logon is a real refusal', async (status) => {
    const em = createEm(status)
    expect(await errorOf(em.ask())).toMatchObject({
      code: 'em-refused',
      message: expect.stringContaining(`said ${status}`),
    })
    expect(em.tokens()).toEqual(['token-1', 'token-2'])
  })

  it.each([401, 403])('%i for fifty at once leads to one new logon', async (status) => {
    const { fake } = createEm()
    const stale = await fake.logon.token()
    const send = async (token: string): Promise<Answer> => ({
      status: token === stale ? status : 200,
      contentType: undefined,
      retryAfter: undefined,
      discard: () => undefined,
      errorBody: async () => '',
    })
    const asking = { logon: fake.logon, subject: 'sessions', send }
    const answers = await Promise.all(Array.from({ length: 50 }, () => askPersistently(asking)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(fake.logOns).toBe(2)
  })

  it.each([400, 404, 405, 500])('%i is not asked for again', async (status) => {
    const em = createEm(status)
    const error = await errorOf(em.ask())
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ message: expect.stringContaining(`said ${status}`) })
    expect(em.tokens()).toEqual(['token-1'])
  })
})

describe.concurrent('what may pass by itself', () => {
  it.each<[string, Step, string]>([
    ['503', 503, 'em-overloaded'],
    ['a lost connection', lost, 'em-unreachable'],
  ])('%s is asked for again, twice at most, after growing pauses', async (_name, step, code) => {
    const em = createEm(step)
    expect(await errorOf(em.ask())).toMatchObject({ code })
    expect(em.tokens()).toHaveLength(3)
    const [first = 0, second = 0] = em.pauses()
    expect(first).toBeGreaterThanOrEqual(195)
    expect(second).toBeGreaterThan(first)
  })

  it('succeeds when the repeat does', async () => {
    const em = createEm(503, lost, 200)
    expect((await em.ask()).status).toBe(200)
  })

  it('pauses by chance, so that many do not come back together', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const em = createEm(503, 200)
        await em.ask()
        return Math.round(em.pauses()[0] ?? 0)
      }),
    )
    expect(new Set(all).size).toBeGreaterThan(1)
  })

  it('waits as long as EM asks for where that is short', async () => {
    const em = createEm({ status: 503, retryAfter: 1 }, 200)
    expect((await em.ask()).status).toBe(200)
    expect(em.pauses()[0]).toBeGreaterThanOrEqual(995)
  })

  it('is handed back at once, with the time to wait, where that is long', async () => {
    const em = createEm({ status: 503, retryAfter: 60 })
    expect(await errorOf(em.ask())).toMatchObject({
      code: 'em-overloaded',
      extras: { retryAfterSeconds: 60 },
    })
    expect(em.tokens()).toHaveLength(1)
  })

  it('ends when nobody waits any more', async () => {
    const em = createEm(503)
    const leaving = new AbortController()
    const outcome = errorOf(em.ask('sessions', leaving.signal))
    setTimeout(() => leaving.abort(), 50)
    expect(await outcome).toBe(leaving.signal.reason)
    expect(em.tokens()).toHaveLength(1)
  })
})

describe.concurrent('what does not pass', () => {
  it('a time-out is not asked for again, and is no reason to log on anew', async () => {
    const em = createEm(timeout)
    expect(await errorOf(em.ask())).toBe(timeout)
    expect(em.tokens()).toHaveLength(1)
    expect(em.fake.logon.describe().state).toBe('ready')
  })

  it.each(['em-certificate-changed', 'em-certificate-untrusted'] as const)(
    '%s is not asked for again and fails the logon',
    async (code) => {
      const em = createEm(new AppError(code, 'who is this?'))
      expect(await errorOf(em.ask())).toMatchObject({ code })
      expect(em.tokens()).toHaveLength(1)
      expect(em.fake.logon.describe()).toMatchObject({ state: 'failed', error: { code } })
    },
  )

  it('an EM out of reach fails the logon, with the reason', async () => {
    const em = createEm(lost)
    await errorOf(em.ask())
    expect(em.fake.logon.describe()).toMatchObject({
      state: 'failed',
      error: { code: 'em-unreachable', message: lost.message },
    })
  })

  it('one query that EM cuts off each time does not fail the logon while others are answered', async () => {
    const em = createEm(lost)
    const others = setInterval(() => em.fake.logon.noteAnswer(), 0)
    const slowly = async (token: string): Promise<Answer> => {
      await sleep(20)
      return em.send(token)
    }
    const asking = { logon: em.fake.logon, subject: 'sessions', send: slowly }
    expect(await errorOf(askPersistently(asking))).toBe(lost)
    clearInterval(others)
    expect(em.fake.logon.describe().state).toBe('ready')
  })

  it('a logon that fails is not hurried by those who wait for it', async () => {
    const fake = new FakeLogon([
      { kind: 'failed', error: new AppError('em-unreachable', 'nothing listens there') },
    ])
    const send = () => Promise.reject(new Error('was sent without a logon'))
    // EM could be reached again at once: who repeated without regard to the pause would log on again.
    const { token } = fake.logon
    let waited = 0
    fake.logon.token = () => {
      waited += 1
      fake.now += 600_000
      return token.call(fake.logon)
    }
    const error = await errorOf(askPersistently({ logon: fake.logon, subject: 'x', send }))
    expect(error).toMatchObject({
      code: 'em-unreachable',
      extras: { retryAfterSeconds: expect.any(Number) },
    })
    expect(waited).toBe(1)
    expect(fake.logOns).toBe(1)
  })

  it('an error of ours is thrown as it is', async () => {
    const bug = new RangeError('a bug')
    const em = createEm(bug)
    expect(await errorOf(em.ask())).toBe(bug)
    expect(em.tokens()).toHaveLength(1)
  })
})
