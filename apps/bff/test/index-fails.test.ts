import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freshnessSchema, indexedSessionsAnswerSchema, problemSchema } from '@cdp-watch/contract'
import { expect, it, onTestFinished } from 'vitest'
import { startBff } from './bff.ts'
import { startSimulator } from './simulator.ts'
import { until } from './until.ts'

async function startWithIndex() {
  const em = await startSimulator({ policies: 20, vms: 2, days: 2 })
  // A session that came meanwhile would be written in vain, and the collector's rounds would fail.
  await em.set({ collecting: false })
  // The reasons of what failed come late, so that there is something to be written and read after the meddling.
  await em.fail({ kind: 'slow', delayMs: 2000, count: 1000, path: 'PolicySessionUid' })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-data-'))
  const bff = await startBff(em.target, { collects: true, historyDays: 2, pollSeconds: 1, dataDir })
  onTestFinished(async () => {
    await bff.stop()
    await em.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const index = async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()).index
  const { reasonsWaiting } = await until(index, ({ state }) => state === 'ready')
  expect(reasonsWaiting).toBeGreaterThan(0)
  /** As another program could, or a disk. */
  const meddle = (sql: string) => {
    const database = new DatabaseSync(path.join(dataDir, 'cdp-watch.sqlite'), { timeout: 5000 })
    database.exec(sql)
    database.close()
  }
  return { bff, index, meddle }
}

it('an index that cannot be read says so, and is read again by itself once it can be', async () => {
  const { bff, index, meddle } = await startWithIndex()
  const all = async () => {
    const { total } = indexedSessionsAnswerSchema.parse((await bff.get('/api/sessions')).json())
    return total
  }
  const before = await all()
  // The collector, which writes no names, goes on; the reader looks for what is new in vain.
  meddle(`BEGIN;
    ALTER TABLE labels RENAME COLUMN name TO other;
    UPDATE facts SET value = value + 1 WHERE name = 'data_version';
    COMMIT`)
  const refused = await until(
    () => bff.get('/api/sessions'),
    ({ status }) => status !== 200,
  )
  expect((await index()).state).toBe('failing')
  expect(problemSchema.parse(refused.json()).code).toBe('index-failed')
  meddle('ALTER TABLE labels RENAME COLUMN other TO name')
  await until(index, ({ state }) => state === 'ready')
  expect(await all()).toBeGreaterThanOrEqual(before)
})
