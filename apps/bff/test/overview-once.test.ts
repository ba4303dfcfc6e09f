import { createServer } from 'node:http'
import express from 'express'
import { expect, it, onTestFinished } from 'vitest'
import { createIndexRouter, type ReadIndex } from '../src/session-index/http/index-router.ts'
import { call } from './http-call.ts'

it('is computed once for each data version and filter, however many walls ask', async () => {
  const computed: string[] = []
  let version = 1
  const unused = () => Promise.reject(new Error('nobody asks for this'))
  const index: ReadIndex = {
    dataVersion: () => Promise.resolve(version),
    overview: async ({ healths, text }) => {
      computed.push(`${version} ${healths.join()} ${text}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { body: Buffer.from('{}'), dataVersion: version }
    },
    sessions: unused,
    session: unused,
    policies: unused,
    failures: unused,
    failureGroup: unused,
    sessionNumbers: unused,
    rows: unused,
  }
  const server = createServer(express().use(createIndexRouter(index)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ask = (query: string) => call(`http://127.0.0.1:${port}`, `/api/overview?${query}`)
  const walls = () =>
    Promise.all(
      Array.from({ length: 60 }, (_, wall) => ask(['health=failed', 'q=x'][wall % 2] ?? '')),
    )
  for (const answers of [await walls(), await walls()]) {
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  }
  version = 2
  await walls()
  expect(computed.toSorted()).toEqual(['1  x', '1 failed ', '2  x', '2 failed '])
})
