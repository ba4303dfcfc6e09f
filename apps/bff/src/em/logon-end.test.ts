import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { appErrorOf } from '../../test/app-error-of.ts'
import { FakeLogon } from '../../test/fake-logon.ts'
import { AppError } from '../errors.ts'

const down = {
  kind: 'failed',
  error: new AppError('em-unreachable', 'nothing listens there'),
} as const
const held = { kind: 'held' } as const

describe('the end', () => {
  it('logs off, and nobody gets a token any more', async () => {
    const fake = new FakeLogon()
    await fake.logon.token()
    await fake.logon.close()
    expect(fake.logOffs).toEqual([{ token: 'token-1', sessionId: 'session-1' }])
    expect(fake.logon.describe().state).toBe('logged-off')
    expect((await appErrorOf(fake.logon.token())).code).toBe('em-logged-off')
    expect((await appErrorOf(fake.logon.renew('token-1'))).code).toBe('em-logged-off')
    expect(fake.logOns).toBe(1)
  })

  it('without a logon has nothing to log off', async () => {
    const fake = new FakeLogon([down])
    await fake.logon.close()
    const failing = new FakeLogon([down])
    await appErrorOf(failing.logon.token())
    await failing.logon.close()
    expect([fake.logOns, fake.logOffs, failing.logOffs]).toEqual([0, [], []])
  })

  it('logs a logon off that was still under way', async () => {
    const fake = new FakeLogon([held])
    const waiting = appErrorOf(fake.logon.token())
    await sleep(0)
    const closed = fake.logon.close()
    await sleep(0)
    expect(fake.logOffs).toEqual([])
    fake.release()
    await closed
    expect(fake.logOffs).toEqual([{ token: 'token-1', sessionId: 'session-1' }])
    expect((await waiting).code).toBe('em-logged-off')
    expect(fake.logon.describe().state).toBe('logged-off')
  })

  it('logs the logon off that was left when EM went out of reach', async () => {
    const fake = new FakeLogon()
    await fake.logon.token()
    fake.logon.noteUnreachable(new AppError('em-unreachable', 'cut off'))
    await fake.logon.close()
    expect(fake.logOffs).toEqual([{ token: 'token-1', sessionId: 'session-1' }])
  })
})
