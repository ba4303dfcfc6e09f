import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { problemSchema } from '@cdp-watch/contract'
import { describe, expect, it, type TestContext } from 'vitest'
import { cookieOf, signIn, signInAccess } from './access-rig.ts'
import type { TestBff } from './bff.ts'
import { awaitFilled, damagesIn, freshnessAt, makeDataDir, sessionsAt } from './fault-rig.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const pageBytes = 4096

/** A dashboard that people sign in to, its index filled, somebody signed in, and ways to its databases. */
async function startFilled(context: TestContext) {
  const { startEm, start } = createRig(context)
  const em = await startEm({ policies: 5, vms: 2, days: 2 })
  const dataDir = makeDataDir(context)
  const options = { collects: true, historyDays: 2, pollSeconds: 1, dataDir, access: signInAccess }
  const bff = await start(em.target, options)
  await bff.awaitReadiness(200)
  const asking = { url: bff.url, cookie: cookieOf((await signIn(bff)).headers) }
  await awaitFilled(asking)
  const open = (name: string) => {
    const database = new DatabaseSync(path.join(dataDir, name), { timeout: 5000 })
    context.onTestFinished(() => {
      if (database.isOpen) database.close()
    })
    return database
  }
  const get = (where: string) => bff.get(where, { headers: { cookie: asking.cookie } })
  return { em, bff, asking, dataDir, open, get }
}

async function awaitIndexError(asking: TestBff | { url: string; cookie: string }, words: string) {
  const { index } = await until(
    () => freshnessAt(asking),
    ({ index }) => index.error !== null,
    60_000,
  )
  expect(index).toMatchObject({ state: 'failing', error: { code: 'index-not-written' } })
  expect(index.error?.message).toContain(words)
}

describe.concurrent('a database', { timeout: 120_000 }, () => {
  it('of the index that another program locks: said in words, shown as it was, and caught up with', async (context) => {
    const { em, asking, dataDir, open } = await startFilled(context)
    const before = await sessionsAt(asking)
    const other = open('cdp-watch.sqlite')
    other.exec('BEGIN IMMEDIATE')
    await em.advance(86_400)
    await awaitIndexError(asking, 'is in use by another process. Stop the other one')
    expect((await sessionsAt(asking)).inIndex).toEqual(before.inIndex)
    other.exec('ROLLBACK')
    await awaitFilled(asking)
    const after = await sessionsAt(asking)
    expect(after.inEm).not.toEqual(before.inEm)
    expect(after.inIndex).toEqual(expect.arrayContaining(after.inEm))
    expect(damagesIn(dataDir)).toEqual([])
  })

  it('of sign-ins that another program locks: people get in and are known all the same', async (context) => {
    const { bff, open } = await startFilled(context)
    open('cdp-watch-access.sqlite').exec('BEGIN IMMEDIATE')
    const signedIn = await signIn(bff)
    expect(signedIn.status).toBe(200)
    const headers = { cookie: cookieOf(signedIn.headers) }
    expect((await bff.get('/api/me', { headers })).status).toBe(200)
    expect((await bff.get('/api/audit', { headers })).status).toBe(200)
    expect(bff.logged()).toContain('what was done at the sign-in could not be written to disk')
    expect(bff.logged()).toContain('database is locked')
  })

  it('of the index that is damaged in its middle: said where it is read and where it is written, and left as it is', async (context) => {
    const { em, asking, dataDir, open, get } = await startFilled(context)
    const file = path.join(dataDir, 'cdp-watch.sqlite')
    const database = open('cdp-watch.sqlite')
    const page = Number(
      database
        .prepare("SELECT max(pageno) AS page FROM dbstat WHERE name = 'sessions' AND ncell > 0")
        .get()?.page,
    )
    // While this holds the right to write, with nothing in the log before the file, nobody can mend the page unawares.
    await until(
      () => {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        database.exec('BEGIN IMMEDIATE')
        const isAlone = statSync(`${file}-wal`).size === 0
        if (!isAlone) database.exec('ROLLBACK')
        return isAlone
      },
      (isAlone) => isAlone,
    )
    const garbage = Buffer.alloc(pageBytes, 'garbage ')
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, garbage, 0, pageBytes, (page - 1) * pageBytes)
    // A commit of another, after which nobody trusts what pages they remember.
    database.exec("UPDATE facts SET value = value + 1 WHERE name = 'data_version'; COMMIT")
    await em.advance(86_400)

    const refused = await until(
      () => get('/api/sessions?limit=1000'),
      ({ status }) => status !== 200,
      60_000,
    )
    const problem = problemSchema.parse(refused.json())
    expect(problem.code).toBe('index-failed')
    expect(problem.detail).toContain(`The index ${file} is damaged. Put a copy from a backup`)
    await until(
      () => freshnessAt(asking),
      ({ index }) => index.error?.message.includes('is damaged') === true,
      60_000,
    )
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/api/em/query?type=CdpReplicaSession&pageSize=5')).status).toBe(200)
    const left = Buffer.alloc(pageBytes)
    readSync(descriptor, left, 0, pageBytes, (page - 1) * pageBytes)
    closeSync(descriptor)
    expect(left.equals(garbage)).toBe(true)
  })
})
