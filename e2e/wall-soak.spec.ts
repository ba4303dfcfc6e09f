import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './wall-fixtures.ts'

const stepMs = 30_000
const steps = (24 * 3600_000) / stepMs
/** What is told comes back to what it was after so many steps, so that like is measured against like. */
const period = 12
/** Two hours, in which it has looked for another version of itself, and in vain, as it goes on to do. */
const warmUp = (2 * 3600_000) / stepMs
const mostGrowth = 2 * 1024 * 1024

/**
 * In place of the network: events and overviews that change every half minute, so that a day of them
 * takes minutes. The page's own code is all there is else. Runs in the page.
 */
function standIn(period: number): void {
  const realFetch = window.fetch
  const setTimer = window.setInterval
  const clearTimer = window.clearInterval
  const state = { intervals: 0, version: 1 }
  Object.defineProperty(window, 'soak', { value: state })
  window.setInterval = new Proxy(setTimer, {
    apply: (target, _this, args) => {
      state.intervals += 1
      return Reflect.apply(target, window, args)
    },
  })
  const utc = (ago = 0) => new Date(Date.now() - ago).toISOString()
  const freshness = () => ({
    nowUTC: utc(),
    dataVersion: state.version,
    staleAfterSeconds: { index: 60, collection: 1800 },
    collection: { lastFinishedUTC: utc(300_000) },
    em: {
      state: 'ready',
      since: utc(),
      lastAnswerUTC: utc(2000),
      clockOffsetSeconds: 0,
      error: null,
    },
    index: { state: 'ready', asOf: utc(5000), progress: null, error: null },
  })
  const overview = () => {
    const ill = 4 + (state.version % period)
    const tiles = Array.from({ length: ill }, (_, at) => ({
      uid: `policy ${at}`,
      name: `Policy ${at} of version ${state.version}`,
      backupServerName: null,
      health: at < 3 ? 'failed' : 'warning',
      vms: { total: 20, failed: 3, warning: 1 },
      sinceUTC: utc(3600_000),
    }))
    return {
      counts: { failed: 3, missing: 0, warning: ill - 3, unknown: 1, ok: 214 },
      tiles,
      reasons: tiles.slice(0, 6).map(({ uid }) => ({
        id: uid,
        parts: [{ text: `Reason of version ${state.version}`, kind: null }],
        severity: 'failed',
        vms: 3,
        policies: 1,
        sinceUTC: utc(3600_000),
      })),
      reasonCount: 6,
      demo: false,
      dataVersion: state.version,
      asOf: utc(5000),
    }
  }
  window.fetch = (input, init) => {
    const path = String(input)
    if (path.startsWith('/api/overview')) return Promise.resolve(Response.json(overview()))
    // No copy to reload from: the page has to stand the whole day.
    if (path === '/wall') return Promise.resolve(new Response('', { status: 503 }))
    return realFetch(input, init)
  }
  class Events extends EventTarget {
    readonly #timer = setTimer.call(window, () => this.#tell(), 15_000)
    #told = 0
    constructor() {
      super()
      setTimeout(() => this.#tell(), 0)
    }
    close(): void {
      clearTimer.call(window, this.#timer)
    }
    #tell(): void {
      this.#told += 1
      const isBeat = this.#told % 2 === 0
      if (!isBeat) state.version += 1
      const data = JSON.stringify(isBeat ? { nowUTC: utc() } : freshness())
      this.dispatchEvent(new MessageEvent(isBeat ? 'heartbeat' : 'freshness', { data }))
    }
  }
  Object.defineProperty(window, 'EventSource', { value: Events })
}

interface Sample {
  heap: number
  nodes: number
  listeners: number
}

async function sample(page: Page, session: CDPSession): Promise<Sample> {
  await page.evaluate(() => document.fonts.ready)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    heap: read('JSHeapUsedSize'),
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
  }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

test('a day of updates and pages leaves the heap, the document and the timers as they were', async ({
  page,
  wall,
}) => {
  test.setTimeout(600_000)
  await page.clock.install({ time: new Date('2026-06-15T06:00:00Z') })
  await page.addInitScript(standIn, period)
  await wall.open()
  await page.clock.runFor(2000)
  await wall.shown()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const intervals = () =>
    page.evaluate(() => Number(Reflect.get(Reflect.get(window, 'soak'), 'intervals')))
  expect(await intervals()).toBe(1)

  const samples: Sample[] = []
  for (let step = 1; step <= steps; step += 1) {
    await page.clock.runFor(stepMs)
    if (step <= warmUp || step % (period * 8) !== 0) continue
    samples.push(await sample(page, session))
  }
  await expect(wall.bands).toHaveCount(0)
  await expect(wall.names.first()).toContainText(/of version \d{4}/)
  expect(await intervals()).toBe(1)

  const tenth = Math.floor(samples.length / 10)
  const first = samples.slice(0, tenth)
  const last = samples.slice(-tenth)
  const growth = mean(last.map(({ heap }) => heap)) - mean(first.map(({ heap }) => heap))
  const description = `${samples.length} samples, heap ${growth} bytes from first to last tenth, nodes ${samples[0]?.nodes} to ${samples.at(-1)?.nodes}, listeners ${[...new Set(samples.map(({ listeners }) => listeners))].join(', ')}`
  test.info().annotations.push({ type: 'soak', description })
  expect(growth).toBeLessThan(mostGrowth)
  for (const count of ['nodes', 'listeners'] as const) {
    const most = (some: readonly Sample[]) => Math.max(...some.map((one) => one[count]))
    expect(most(last), count).toBeLessThanOrEqual(most(first))
  }
})
