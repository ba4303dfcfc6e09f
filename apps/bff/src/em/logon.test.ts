import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { appErrorOf } from '../../test/app-error-of.ts'
import { FakeLogon } from '../../test/fake-logon.ts'
import { AppError } from '../errors.ts'

const failed = (error: AppError) => ({ kind: 'failed', error }) as const
const down = failed(new AppError('em-unreachable', 'nothing listens there'))
const wrongPassword = failed(new AppError('em-wrong-credentials', 'not this password'))
const good = { kind: 'good' } as const
const held = { kind: 'held' } as const

/** Moves the clock on by what the last failure asked for, in seconds. */
const waitFor = (fake: FakeLogon, error: AppError) => {
  fake.now += (error.extras.retryAfterSeconds ?? 0) * 1000
}

describe('the one logon', () => {
  it('is shared by all who ask at once, and by all who come later', async () => {
    const fake = new FakeLogon()
    const tokens = await Promise.all(Array.from({ length: 50 }, () => fake.logon.token()))
    expect(new Set(tokens)).toEqual(new Set(['token-1']))
    expect(await fake.logon.token()).toBe('token-1')
    expect(fake.logOns).toBe(1)
  })

  it('is described from logged off through logging on to ready', async () => {
    const fake = new FakeLogon([held])
    expect(fake.logon.describe()).toMatchObject({
      state: 'logged-off',
      lastAnswerUTC: null,
      error: null,
    })
    const token = fake.logon.token()
    await sleep(0)
    expect(fake.logon.describe()).toMatchObject({ state: 'logging-on', error: null })
    fake.now += 1000
    fake.release()
    await token
    expect(fake.logon.describe()).toEqual({
      state: 'ready',
      since: '2026-06-15T09:30:01.000Z',
      lastAnswerUTC: '2026-06-15T09:30:01.000Z',
      error: null,
    })
  })

  it('is renewed once for all whose token was refused, and the old one is logged off', async () => {
    const fake = new FakeLogon()
    const old = await fake.logon.token()
    const tokens = await Promise.all(Array.from({ length: 50 }, () => fake.logon.renew(old)))
    expect(new Set(tokens)).toEqual(new Set(['token-2']))
    expect(fake.logOns).toBe(2)
    expect(fake.logOffs).toEqual([{ token: 'token-1', sessionId: 'session-1' }])
  })

  it('is not renewed for one who comes late with a token long replaced', async () => {
    const fake = new FakeLogon()
    const old = await fake.logon.token()
    await fake.logon.renew(old)
    expect(await fake.logon.renew(old)).toBe('token-2')
    expect(fake.logOns).toBe(2)
  })
})

describe('a logon that fails', () => {
  it('fails for all who wait, is told, and is tried again when its pause is over', async () => {
    const fake = new FakeLogon([down, good])
    const errors = await Promise.all([0, 1, 2].map(() => appErrorOf(fake.logon.token())))
    expect(errors.map(({ code }) => code)).toEqual(Array(3).fill('em-unreachable'))
    expect(fake.logOns).toBe(1)
    expect(fake.logon.describe()).toMatchObject({
      state: 'failed',
      error: { code: 'em-unreachable', message: 'nothing listens there' },
    })
    const again = await appErrorOf(fake.logon.token())
    expect(again.extras.retryAfterSeconds).toBeGreaterThanOrEqual(1)
    expect(fake.logOns).toBe(1)
    waitFor(fake, again)
    expect(await fake.logon.token()).toBe('token-2')
    expect(fake.logon.describe()).toMatchObject({ state: 'ready', error: null })
  })

  it('pauses longer and longer while EM is down, at most about half a minute', async () => {
    const fake = new FakeLogon([down])
    const pauses: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const error = await appErrorOf(fake.logon.token())
      pauses.push(error.extras.retryAfterSeconds ?? 0)
      waitFor(fake, error)
    }
    expect(fake.logOns).toBe(12)
    expect(pauses[0]).toBeLessThanOrEqual(2)
    expect(pauses[4]).toBeGreaterThan((pauses[0] ?? 0) * 3)
    for (const pause of pauses) expect(pause).toBeLessThanOrEqual(38)
    for (const pause of pauses.slice(-3)) expect(pause).toBeGreaterThanOrEqual(22)
  })

  it('with a wrong password is not tried again for a quarter of an hour, whoever asks', async () => {
    const fake = new FakeLogon([wrongPassword])
    await appErrorOf(fake.logon.token())
    for (let second = 0; second < 899; second += 1) {
      fake.now += 1000
      expect((await appErrorOf(fake.logon.token())).code).toBe('em-wrong-credentials')
    }
    expect(fake.logOns).toBe(1)
    fake.now += 1000
    await appErrorOf(fake.logon.token())
    expect(fake.logOns).toBe(2)
  })

  it('is tried again by itself when its pause is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    try {
      const fake = new FakeLogon([down, down, good])
      const error = await appErrorOf(fake.logon.token())
      expect(error.code).toBe('em-unreachable')
      // Two pauses, the longer of at most two and a half seconds.
      for (let step = 0; step < 600 && fake.logon.describe().state !== 'ready'; step += 1) {
        fake.now += 50
        await vi.advanceTimersByTimeAsync(50)
        await sleep(1)
      }
      expect(fake.logon.describe().state).toBe('ready')
      expect(fake.logOns).toBe(3)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not tried again once the dashboard ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const fake = new FakeLogon([down])
      await appErrorOf(fake.logon.token())
      await fake.logon.close()
      fake.now += 60_000
      await vi.advanceTimersByTimeAsync(60_000)
      expect(fake.logOns).toBe(1)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('waits as long as EM asks for', async () => {
    const full = new AppError('em-overloaded', 'no more logons', { retryAfterSeconds: 90 })
    const fake = new FakeLogon([failed(full), good])
    expect((await appErrorOf(fake.logon.token())).extras.retryAfterSeconds).toBe(90)
    fake.now += 89_000
    await appErrorOf(fake.logon.token())
    expect(fake.logOns).toBe(1)
    fake.now += 1000
    expect(await fake.logon.token()).toBe('token-2')
  })

  it('for a reason nobody thought of is told as a failure of EM', async () => {
    const fake = new FakeLogon([{ kind: 'failed', error: new RangeError('odd') }])
    expect(await appErrorOf(fake.logon.token())).toMatchObject({
      code: 'em-error',
      message: expect.stringContaining('odd'),
    })
  })
})

describe('an EM that goes out of reach', () => {
  it('is a failed logon, which comes back by itself and leaves none behind', async () => {
    const fake = new FakeLogon()
    await fake.logon.token()
    fake.logon.noteUnreachable(new AppError('em-unreachable', 'cut off'))
    expect(fake.logon.describe()).toMatchObject({ state: 'failed', error: { message: 'cut off' } })
    waitFor(fake, await appErrorOf(fake.logon.token()))
    expect(await fake.logon.token()).toBe('token-2')
    expect(fake.logOffs).toEqual([{ token: 'token-1', sessionId: 'session-1' }])
  })

  it('is not noted twice, nor over a logon under way', async () => {
    const fake = new FakeLogon([good, held])
    const old = await fake.logon.token()
    const renewed = fake.logon.renew(old)
    fake.logon.noteUnreachable(new AppError('em-unreachable', 'cut off'))
    expect(fake.logon.describe().state).toBe('logging-on')
    fake.release()
    expect(await renewed).toBe('token-2')
  })
})

describe('the token', () => {
  it('is in no description, no log and no error', async () => {
    const fake = new FakeLogon([good, down, good])
    const seen: string[] = []
    const look = () => seen.push(JSON.stringify(fake.logon.describe()))
    const old = await fake.logon.token()
    look()
    const error = await appErrorOf(fake.logon.renew(old))
    look()
    waitFor(fake, error)
    await fake.logon.token()
    await fake.logon.close()
    look()
    const text = [...seen, fake.logged(), JSON.stringify(error), error.stack, error.message].join()
    expect(text).toContain('logged on to Enterprise Manager')
    expect(text).not.toMatch(/token-\d|session-\d/)
  })
})
