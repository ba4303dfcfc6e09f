import { setTimeout as sleep } from 'node:timers/promises'
import { problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { emptyAnswer, json, policies, startByHand, statusOf } from './em-by-hand.ts'
import { begin } from './http-call.ts'
import { until } from './until.ts'

describe.concurrent('a raw answer', () => {
  it('reaches the browser while EM still writes it', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const begun = begin(bff.url, policies('true'))
    await awaitQueries(1)
    const em = queries[0]?.response
    em?.writeHead(200, json).write('{"Entities":')
    const answer = await begun
    const chunks: string[] = []
    answer.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    await until(
      () => chunks.join(''),
      (text) => text === '{"Entities":',
    )
    em?.end('null}')
    await until(
      () => answer.readableEnded,
      (ended) => ended,
    )
    expect(chunks.join('')).toBe('{"Entities":null}')
  })

  it('keeps its place until its last byte has passed', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context, { liveRequests: 1 })
    const first = statusOf(bff.get(policies('true')))
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, json).write('{"Entities":')
    const second = statusOf(bff.get(policies('true')))
    await sleep(100)
    expect(queries).toHaveLength(1)
    queries[0]?.response.end('null}')
    expect(await first).toBe(200)
    await awaitQueries(2)
    queries[1]?.response.writeHead(200, json).end(emptyAnswer)
    expect(await second).toBe(200)
  })

  it('has the whole time allowed and no more', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context, { timeoutSeconds: 0.5 })
    const asked = bff.get(policies('true'))
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, json).write('{"Entities":')
    await expect(asked).rejects.toThrow()
    await queries[0]?.closed
    await until(bff.logged, (log) => log.includes('"code":"em-timeout"'))
  })

  it('that breaks off before its first byte is asked for again', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies('true'))
    await awaitQueries(1)
    const em = queries[0]?.response
    em?.writeHead(200, { ...json, 'Content-Length': '99' }).flushHeaders()
    setTimeout(() => em?.destroy(), 50)
    await awaitQueries(2)
    queries[1]?.response.writeHead(200, json).end(emptyAnswer)
    expect((await asked).text).toBe(emptyAnswer)
  })

  it('that is empty is passed on empty', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies('true'))
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, json).end()
    expect(await asked).toMatchObject({ status: 200, text: '' })
  })

  it('keeps its encoding, for EM may compress unasked', async (context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies('true'))
    await awaitQueries(1)
    queries[0]?.response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end('squeezed')
    expect((await asked).headers['content-encoding']).toBe('gzip')
  })
})

describe.concurrent('a redirect of EM’s', () => {
  it.for(['false', 'true'])('is not followed, raw=%s', async (raw, context) => {
    const { bff, queries, awaitQueries } = await startByHand(context)
    const asked = bff.get(policies(raw))
    await awaitQueries(1)
    queries[0]?.response.writeHead(302, { Location: 'https://127.0.0.1:1/' }).end()
    expect(problemSchema.parse((await asked).json())).toMatchObject({
      status: 502,
      code: 'em-error',
    })
    expect(queries).toHaveLength(1)
  })
})
