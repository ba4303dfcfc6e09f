import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { createLog } from '../ops/log.ts'
import { WallLinkStore } from './wall-link-store.ts'
import { WallScreens } from './wall-screens.ts'

afterEach(() => void vi.useRealTimers())

it('notes each minute the screens that listen, though they ask for nothing', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-screens-'))
  const store = new WallLinkStore(dataDir)
  const screens = new WallScreens(store, { log: createLog('silent'), version: '1.2.3' })
  screens.start()
  const app = express().get('/stream', screens.guard, screens.holdStream, (_req, res) => {
    res.writeHead(200).flushHeaders()
  })
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => {
    screens.stop()
    server.closeAllConnections()
    server.close()
    store.close()
    rmSync(dataDir, { recursive: true })
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere')
  const made = store.make('NOC', null, Date.now())
  const headers = { cookie: `cdp-wall=${made?.secret}`, 'user-agent': 'Chromium 140' }
  const call = request({ port: address.port, host: '127.0.0.1', path: '/stream', headers })
  call.end()
  const [stream] = await once(call, 'response')
  const lastSeen = () => Date.parse(store.list(Date.now())[0]?.lastSeenUTC ?? '')

  const begun = Date.now()
  expect(lastSeen()).toBe(begun)
  vi.advanceTimersByTime(58_000)
  expect(lastSeen()).toBe(begun)
  vi.advanceTimersByTime(10 * 60_000)
  expect(Date.now() - lastSeen()).toBeLessThanOrEqual(62_000)
  expect(store.list(Date.now())[0]).toMatchObject({
    address: '127.0.0.1',
    version: 'Chromium 140',
  })

  store.revoke(made?.id ?? '', Date.now())
  const ended = once(stream, 'end')
  stream.resume()
  const revoked = lastSeen()
  vi.advanceTimersByTime(5000)
  await ended
  vi.advanceTimersByTime(10 * 60_000)
  expect(lastSeen()).toBe(revoked)
})
