import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { FakeLogon } from '../../test/fake-logon.ts'
import { createEmClient } from './client.ts'
import type { EmRequest } from './http.ts'

const createAsking = (text: string) => {
  const sent: EmRequest[] = []
  let now = 0
  let most = 0
  const client = createEmClient({
    logon: new FakeLogon().logon,
    send: async (request) => {
      sent.push(request)
      now += 1
      most = Math.max(most, now)
      await sleep(5)
      now -= 1
      const header = () => undefined
      const bytes = new TextEncoder().encode(text)
      const contentType = 'application/json'
      return { status: 200, contentType, retryAfter: undefined, header, bytes, text }
    },
  })
  return { client, sent, most: () => most }
}

describe('the dashboard’s own questions', () => {
  it('are at most two at a time', async () => {
    const { client, sent, most } = createAsking('{}')
    await Promise.all(
      Array.from({ length: 9 }, (_, index) => client.getBytes(`/api/x?page=${index}`)),
    )
    expect(sent).toHaveLength(9)
    expect(most()).toBe(2)
  })

  it('carry the token and ask for JSON alone', async () => {
    const { client, sent } = createAsking('{}')
    await client.getBytes('/api/x')
    expect(sent).toEqual([
      {
        method: 'GET',
        path: '/api/x',
        headers: { 'X-RestSvcSessionId': 'token-1', accept: 'application/json' },
      },
    ])
  })

  it.each(['', '{"a":[1]}', '\uFEFF{"a":'])(
    'are answered by %j as it is, for another to read',
    async (text) => {
      const { client } = createAsking(text)
      expect(await client.getBytes('/api/x')).toEqual(new TextEncoder().encode(text))
    },
  )
})
