import { describe, expect, it } from 'vitest'
import { FakeLogon } from '../../test/fake-logon.ts'
import { type Answer, askPersistently } from './repeat.ts'

const errorOf = async (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => 'no error',
    (error: unknown) => error,
  )

describe('what the account may not read', () => {
  /** Refuses some subjects by 403 whatever the token. */
  const createRoles = (...refused: string[]) => {
    const fake = new FakeLogon()
    const ask = (subject: string) =>
      askPersistently({
        logon: fake.logon,
        subject,
        send: async (): Promise<Answer> => ({
          status: refused.includes(subject) ? 403 : 200,
          contentType: undefined,
          retryAfter: undefined,
          discard: () => undefined,
          errorBody: async () => '',
        }),
      })
    return { fake, ask, refused }
  }
  const askAll = async (
    fake: FakeLogon,
    ask: (subject: string) => Promise<Answer>,
    all: string[],
  ) => {
    for (const subject of all) await errorOf(ask(subject))
    return fake.logOns
  }

  it('costs one new logon each, not one per request', async () => {
    const { fake, ask } = createRoles('a', 'b', 'c')
    const after = await askAll(fake, ask, ['a', 'b', 'c', 'd'])
    expect(after).toBe(4)
    for (let round = 0; round < 20; round += 1) await askAll(fake, ask, ['a', 'b', 'c', 'd'])
    expect(fake.logOns).toBe(after)
  })

  it('is tried with a new logon again after a while, for a role may have been given', async () => {
    const { fake, ask, refused } = createRoles('a')
    expect(await errorOf(ask('a'))).toMatchObject({ code: 'em-refused' })
    refused.pop()
    fake.now += 11 * 60_000
    expect((await ask('a')).status).toBe(200)
  })

  it('is forgotten as soon as EM gives it', async () => {
    const { fake, ask, refused } = createRoles('a')
    await errorOf(ask('a'))
    refused.pop()
    await ask('a')
    refused.push('a')
    await errorOf(ask('a'))
    expect(fake.logOns).toBe(3)
  })
})
