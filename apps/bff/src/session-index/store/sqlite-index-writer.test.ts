import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './open-database.ts'
import { samplePolicy, sampleSession, sampleTask, stoppedSession } from './sample-entities.ts'
import { openSqliteIndexWriter } from './sqlite-index-writer.ts'
import { readStoredSessions, readStoredTasks } from './stored-rows.ts'

async function makeDataDir() {
  const dataDir = await mkdtemp(join(tmpdir(), 'cdp-watch-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  return dataDir
}

/** A writer whose clock stands at 1000, and a connection that sees what it has written. */
async function openBoth() {
  const dataDir = await makeDataDir()
  const writer = openSqliteIndexWriter(dataDir, () => 1000)
  onTestFinished(() => writer.close())
  const database = openDatabase(dataDir, 'read')
  onTestFinished(() => database.close())
  const all = (text: string) =>
    database
      .prepare(text)
      .all()
      .map((row) => ({ ...row }))
  return { writer, database, all }
}

const task = (vm: string, result: string, reason: string | null = null) =>
  sampleTask({ uid: vm, vmDisplayName: vm, result, reason })
const lost = (vm: string) => task(vm, 'Failed', `Connection to ${vm} was lost`)

describe('the rows of a session', () => {
  it('tell from its first sight to its end what is known of its VMs', async () => {
    const { writer, database } = await openBoth()
    const seen = async (changes: Parameters<typeof writer.apply>[0]) => {
      await writer.apply(changes)
      const [session] = readStoredSessions(database)
      return {
        vms: session?.vmNames,
        total: session?.vms_total,
        failed: session?.vms_failed,
        texts: session?.failureTexts,
        source: session?.failure_source,
        state: session?.tasks_state,
        tasks: readStoredTasks(database).map(({ uid }) => uid),
      }
    }
    const none = { failed: 0, texts: '[]', source: 0 }
    const first = await seen({ sessions: [sampleSession()] })
    expect(first).toEqual({ vms: '[]', total: null, ...none, state: 1, tasks: [] })

    const watched = await seen({ tasks: [task('c', 'Success'), lost('a'), task('b', 'Success')] })
    const fails = { failed: 1, texts: '["Connection to a was lost"]', source: 2 }
    const vms = '["a","b","c"]'
    expect(watched).toEqual({ vms, total: 3, ...fails, state: 1, tasks: ['a', 'b', 'c'] })

    const failureMessage = 'Job failed'
    const stopped = await seen({ sessions: [stoppedSession('Failed', { failureMessage })] })
    const itself = { failed: 1, texts: '["Job failed","Connection to a was lost"]', source: 1 }
    expect(stopped).toEqual({ ...watched, ...itself, state: 2 })

    const all = [lost('a'), lost('d'), task('b', 'Success'), task('c', 'Success', 'a note')]
    const final = await seen({ finalTasks: [{ sessionUid: 'session-1', tasks: all }] })
    expect(final).toEqual({
      vms: '["a","b","c","d"]',
      total: 4,
      failed: 2,
      texts: '["Job failed","Connection to a was lost","Connection to d was lost"]',
      source: 1,
      state: 3,
      tasks: ['a', 'c', 'd'],
    })

    const again = await seen({ sessions: [stoppedSession('Warning', { failureMessage })] })
    expect(again).toEqual({ ...final, state: 2 })
    const well = await seen({ sessions: [stoppedSession('Success', { failureMessage: 'a note' })] })
    expect(well).toEqual({ vms: final.vms, total: 4, ...none, state: 0, tasks: [] })
  })

  it('keep what was watched where EM has no tasks any more', async () => {
    const { writer, database } = await openBoth()
    await writer.apply({ sessions: [sampleSession()], tasks: [lost('a'), task('b', 'Success')] })
    await writer.apply({
      sessions: [stoppedSession('Failed')],
      finalTasks: [{ sessionUid: 'session-1', tasks: [] }],
    })
    expect(readStoredSessions(database)).toMatchObject([
      { tasks_state: 3, vms_total: 2, vms_failed: 1, failureTexts: '["Connection to a was lost"]' },
    ])
    expect(readStoredTasks(database)).toMatchObject([{ uid: 'a' }])
    expect(await writer.position()).toMatchObject({ runningTasks: [], tasksWanted: 0 })
  })

  it('have the version of their last change alone', async () => {
    const { writer, database } = await openBoth()
    await writer.apply({ sessions: [sampleSession(), sampleSession({ uid: 'other' })] })
    await writer.apply({ tasks: [lost('a')] })
    await writer.apply({ tasks: [sampleTask({ ...lost('a'), totalSize: 5 })] })
    expect(readStoredSessions(database)).toMatchObject([
      { uid: 'other', version: 1 },
      { uid: 'session-1', version: 2 },
    ])
    expect(await writer.position()).toMatchObject({ dataVersion: 3 })
  })

  it('are found by their texts and names', async () => {
    const { writer, all } = await openBoth()
    await writer.apply({
      sessions: [sampleSession(), stoppedSession('Failed', { uid: 's2', name: 'Nightly run' })],
      tasks: [task('SQL-07', 'Failed', 'VERLOREN: GRÜN')],
    })
    await writer.apply({ sessions: [sampleSession({ name: 'Renamed@2026' })] })
    const byRest = (words: string) =>
      all(
        `SELECT text FROM rests_search s JOIN texts ON id = s.rowid WHERE rests_search = '${words}'`,
      )
    const bySkeleton = (words: string) =>
      all(
        `SELECT text FROM skeletons_search s JOIN texts ON texts.skeleton = s.rowid
          WHERE skeletons_search = '${words}'`,
      )
    expect(byRest('"ql-0"')).toEqual([{ text: 'SQL-07' }])
    expect(bySkeleton('"grün"')).toEqual([{ text: 'VERLOREN: GRÜN' }])
    const names = (words: string) =>
      all(
        `SELECT uid FROM session_names n JOIN sessions ON seq = n.rowid WHERE session_names = '${words}'`,
      )
    expect(names('"named@2"')).toEqual([{ uid: 'session-1' }])
    expect(names('"ightly"')).toEqual([{ uid: 's2' }])
    expect(names('"06:00"')).toEqual([])
  })
})

describe('a task', () => {
  it('that EM gives to another session counts there alone', async () => {
    const { writer, database } = await openBoth()
    await writer.apply({
      sessions: [sampleSession(), sampleSession({ uid: 'session-2' })],
      tasks: [lost('a')],
    })
    await writer.apply({ tasks: [sampleTask({ ...lost('a'), policySessionUid: 'session-2' })] })
    expect(readStoredSessions(database)).toMatchObject([
      { uid: 'session-1', vms_failed: 0, vms_total: null, health: 'unknown' },
      { uid: 'session-2', vms_failed: 1, vms_total: 1, health: 'failed' },
    ])
  })
})

describe('policies', () => {
  it('keep when they came, went, and were switched', async () => {
    const { writer, all } = await openBoth()
    const off = samplePolicy({ scheduleEnabled: false })
    await writer.apply({ policies: [samplePolicy({ scheduleEnabled: null })], readAtEm: 10 })
    await writer.apply({ policies: [samplePolicy()], readAtEm: 20 })
    await writer.apply({ policies: [off, samplePolicy({ uid: 'policy-2' })], readAtEm: 30 })
    await writer.apply({ policies: [off] })
    await writer.apply({ policies: [samplePolicy()], readAtEm: 40 })
    const policies = all(
      'SELECT uid, schedule_enabled AS enabled, first_seen, removed_at FROM policies',
    )
    expect(policies).toEqual([
      { uid: 'policy-1', enabled: 1, first_seen: 10, removed_at: null },
      { uid: 'policy-2', enabled: 1, first_seen: 30, removed_at: 1000 },
    ])
    expect(all('SELECT * FROM policy_switches')).toEqual([
      { policy_uid: 'policy-1', at: 10, is_enabled: 1 },
      { policy_uid: 'policy-1', at: 30, is_enabled: 0 },
      { policy_uid: 'policy-1', at: 40, is_enabled: 1 },
      { policy_uid: 'policy-2', at: 30, is_enabled: 1 },
    ])
  })
})

describe('texts', () => {
  it('go when nothing tells them any more, a few at a time, and may come again', async () => {
    const { writer, database, all } = await openBoth()
    const old = stoppedSession('Failed', {
      uid: 'old',
      creationTimeUTC: '2026-11-01T00:00:00.000Z',
    })
    const told = {
      sessions: [{ ...old, failureMessage: 'Old message' }, sampleSession()],
      tasks: [
        lost('a'),
        task('b', 'Success'),
        sampleTask({ ...lost('z'), policySessionUid: 'old' }),
      ],
    }
    await writer.apply(told)
    await writer.apply({ tasks: [task('a', 'Failed', 'Another reason')] })
    const before = Date.parse('2026-11-02T00:00:00.000Z')
    const counts: number[] = []
    for (let step = 0; step < 24; step++) {
      await writer.prune(before, 2)
      counts.push(all('SELECT id FROM texts').length + all('SELECT id FROM text_sets').length)
    }
    const shrinks = counts.map((count, step) => (counts[step - 1] ?? count) - count)
    expect(Math.max(...shrinks)).toBe(2)
    expect(all('SELECT text FROM texts ORDER BY id')).toEqual(
      ['a', 'b', 'Another reason'].map((text) => ({ text })),
    )
    const found = () =>
      all(`SELECT rowid FROM skeletons_search WHERE skeletons_search = '"connection"'`)
    expect(found()).toEqual([])
    expect(all('SELECT skeleton FROM skeletons ORDER BY id')).toEqual(
      ['a', 'b', 'another reason'].map((skeleton) => ({ skeleton })),
    )
    expect(all(`SELECT rowid FROM session_names WHERE session_names = '"06:00"'`)).toHaveLength(1)
    await writer.apply({ tasks: [lost('a')] })
    expect(readStoredSessions(database)).toMatchObject([
      { failureTexts: '["Connection to a was lost"]', vmNames: '["a","b"]' },
    ])
    expect(found()).toHaveLength(1)
  })
})

describe('a list of texts', () => {
  it('that went comes again where its texts had stayed', async () => {
    const { writer, database, all } = await openBoth()
    const session = (result: string) => stoppedSession(result, { failureMessage: 'Job failed' })
    await writer.apply({ sessions: [session('Failed')] })
    await writer.apply({ sessions: [session('Success')] })
    await writer.prune(0, 10)
    expect(all('SELECT id FROM text_sets')).toEqual([])
    await writer.apply({ sessions: [session('Failed')] })
    expect(readStoredSessions(database)).toMatchObject([{ failureTexts: '["Job failed"]' }])
  })
})

describe('a process that is killed', () => {
  it('in mid-transaction leaves the index as it was before, and sound', async () => {
    const dataDir = await makeDataDir()
    const writer = openSqliteIndexWriter(dataDir)
    await writer.apply({ sessions: [sampleSession()], tasks: [lost('a')] })
    const before = await writer.position()
    await writer.close()

    const module = new URL('./sqlite-index-writer.ts', import.meta.url).href
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { openSqliteIndexWriter } from ${JSON.stringify(module)}
      const sample = ${JSON.stringify(stoppedSession('Failed'))}
      const sessions = Array.from({ length: 10_000 }, (_, n) => ({
        ...sample, uid: 'new ' + n, failureMessage: 'Message ' + n,
      }))
      // The last row is reached when all others are written: there it tells, and stays for ever.
      Object.defineProperty(sessions.at(-1), 'name', {
        get() {
          process._rawDebug('midway')
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
        },
      })
      await openSqliteIndexWriter(${JSON.stringify(dataDir)}).apply({ sessions })`,
    ])
    const ended = once(child, 'exit')
    let said = ''
    for await (const piece of child.stderr) {
      said += piece
      if (said.includes('midway')) child.kill('SIGKILL')
    }
    expect(said).toContain('midway')
    expect(await ended).toEqual([null, 'SIGKILL'])

    const again = openSqliteIndexWriter(dataDir)
    onTestFinished(() => again.close())
    const database = openDatabase(dataDir, 'read')
    onTestFinished(() => database.close())
    expect(await again.position()).toEqual(before)
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    const added = await again.apply({ sessions: [sampleSession({ uid: 'new 1' })] })
    expect(added).toMatchObject({ added: 1 })
  }, 120_000)
})
