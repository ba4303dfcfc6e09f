import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  freshnessSchema,
  indexedSessionsAnswerSchema,
  sessionsAnswerSchema,
} from '@cdp-watch/contract'
import { afterAll, expect, it } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { call, livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

async function indexOf(url: string) {
  return freshnessSchema.parse((await call(url, '/api/freshness')).json()).index
}

/** UIDs of the sessions that EM has, and of those in the index, in order. */
async function uidsAt(url: string) {
  const inEm: string[] = []
  for (let page = 1, count = 1; page <= count; page += 1) {
    const asked = livePath({ type: 'CdpReplicaSession', pageSize: '500', page: String(page) })
    const answer = sessionsAnswerSchema.parse((await call(url, asked)).json())
    inEm.push(...answer.items.map(({ uid }) => uid))
    count = answer.page.count
  }
  const answer = (await call(url, '/api/sessions?limit=1000')).json()
  const inIndex = indexedSessionsAnswerSchema.parse(answer).items.map(({ uid }) => uid)
  return { inEm: inEm.toSorted(), inIndex: inIndex.toSorted() }
}

it.for([1, 20, 50])(
  'a dashboard that is killed with %i sessions read goes on from there, and ends with all',
  { timeout: 90_000 },
  async (count, context) => {
    const { startEm } = createRig(context)
    const em = await startEm({ 'latency-ms': 20, policies: 16, vms: 2, days: 6 })
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-killed-'))
    context.onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const start = () => {
      const variables = { HISTORY_DAYS: '6', EM_PAGE_SIZE: '10', EM_POLL_SECONDS: '5' }
      const bff = startProcess(
        checkout.folder,
        { ...variablesOf(em.target), ...variables, DATA_DIR: dataDir },
        checkout.folder,
      )
      context.onTestFinished(bff.kill)
      return bff
    }

    const first = start()
    const url = await first.ready
    const { state } = await until(
      () => indexOf(url),
      ({ sessions }) => sessions >= count,
    )
    expect(state).toBe('filling')
    await first.kill()

    const again = await start().ready
    await until(
      () => indexOf(again),
      (index) => index.state === 'ready' && index.reasonsWaiting === 0,
    )
    const { inEm, inIndex } = await uidsAt(again)
    expect(inEm.length).toBeGreaterThan(60)
    expect(inIndex).toEqual(inEm)
  },
)
