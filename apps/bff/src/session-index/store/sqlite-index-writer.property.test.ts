import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStopped, type Session, type Task } from '@cdp-watch/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'
import { sampleSession, sampleTask } from './sample-entities.ts'
import type { IndexChanges } from './session-store.ts'
import { sessionSummary } from './session-summary.ts'
import { openSqliteIndexWriter } from './sqlite-index-writer.ts'
import { readStoredSessions, readStoredTasks, storedSession, storedTask } from './stored-rows.ts'
import { sessionStage } from './tasks-state.ts'

/** One more session is never told of than tasks belong to. */
const sessionUid = fc.constantFrom('s0', 's1', 's2', 's3')
const taskNumber = fc.nat(9)
const time = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString())
const text = fc.oneof(
  fc.constantFrom('Proxy lost', 'Processing vm-1 Error', ' ', 'it\'s "100 %"; <b>,1,2'),
  fc.string({ unit: 'binary' }),
)
const result = fc.constantFrom('None', 'Success', 'Warning', 'Failed', 'Halted')

const session = fc
  .record({
    uid: sessionUid,
    policyUid: fc.constantFrom('p0', 'p1', null),
    policyName: fc.constantFrom('Gold', 'Silver@home'),
    name: text,
    creationTimeUTC: time,
    endTimeUTC: fc.option(time),
    state: fc.constantFrom('Working', 'Stopped', 'Stopped', 'Postprocessing'),
    result,
    progress: fc.double({ min: 0, max: 100, noNaN: true }),
    failureMessage: fc.option(text),
    isRetry: fc.boolean(),
    backupServerName: fc.constantFrom('vbr-01.lab', 'vbr-02.lab', null),
  })
  .map(sampleSession)

const task = fc
  .record({
    number: taskNumber,
    vmDisplayName: fc.constantFrom('vm-1', 'vm-2', 'vm-3'),
    creationTimeUTC: time,
    endTimeUTC: fc.option(time),
    state: fc.constantFrom('InProgress', 'Pending', 'Completed'),
    result,
    reason: fc.option(text),
    totalSize: fc.option(fc.double({ min: 0, max: 2 ** 63, noNaN: true })),
  })
  .map(({ number, ...changes }) =>
    sampleTask({ ...changes, uid: `t${number}`, policySessionUid: `s${number % 5}` }),
  )

const change = fc.record({
  sessions: fc.array(session, { maxLength: 4 }),
  goneSessions: fc.array(sessionUid, { maxLength: 1 }),
  tasks: fc.array(task, { maxLength: 6 }),
  goneTasks: fc.array(
    taskNumber.map((number) => `t${number}`),
    { maxLength: 1 },
  ),
})

interface Known {
  session: Session
  isGone: boolean
  /** Its tasks are kept: it did not end well. */
  keeps: boolean
  tasks: Map<string, Task>
}

/** The same by plain means: what is known after a change. */
function expectAfter(
  known: Map<string, Known>,
  changes: Required<Pick<IndexChanges, 'sessions' | 'goneSessions' | 'tasks' | 'goneTasks'>>,
) {
  const told = new Map(changes.sessions.map((one) => [one.uid, one]))
  for (const one of told.values()) {
    const before = known.get(one.uid) ?? { tasks: new Map(), keeps: false }
    known.set(one.uid, { ...before, session: one, isGone: false })
  }
  for (const uid of changes.goneSessions) {
    const gone = known.get(uid)
    if (gone && !told.has(uid) && !isStopped(gone.session)) gone.isGone = true
  }
  for (const one of changes.tasks) {
    const of = known.get(one.policySessionUid ?? '')
    if (of && (of.keeps || isNotWell(of))) of.tasks.set(one.uid, one)
  }
  for (const uid of changes.goneTasks) {
    if (changes.tasks.some((one) => one.uid === uid)) continue
    for (const one of known.values()) if (isWorking(one)) one.tasks.delete(uid)
  }
  for (const one of known.values()) {
    one.keeps = isNotWell(one)
    if (!one.keeps) one.tasks.clear()
  }
}

const stageOf = (one: Session, isGone: boolean) => sessionStage({ ...one, isGone })
const isNotWell = ({ session: one, isGone }: Known) => stageOf(one, isGone) !== 'ended-well'
const isWorking = ({ session: one, isGone }: Known) => stageOf(one, isGone) === 'working'

function expectedRow({ session: one, isGone, tasks }: Known) {
  const summary = sessionSummary(
    { ...one, isGone },
    { tasks: [...tasks.values()], otherVms: [], areAll: true },
  )
  return {
    ...storedSession(one),
    is_gone: Number(isGone),
    health: summary.health,
    failureTexts: JSON.stringify(summary.failureTexts),
    failure_count: summary.failureCount,
    vms_failed: summary.vmsFailed,
    vms_warning: summary.vmsWarning,
  }
}

const byUid = (a: { uid: string }, b: { uid: string }) => (a.uid < b.uid ? -1 : 1)

it('after any changes the rows are as they were told last, and stay so when told again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'cdp-watch-'))
      const writer = openSqliteIndexWriter(dataDir)
      const database = openDatabase(dataDir, 'read')
      try {
        const known = new Map<string, Known>()
        for (const one of changes) {
          const { dataVersion } = await writer.apply(one)
          expectAfter(known, one)
          const sessions = [...known.values()].map(expectedRow).toSorted(byUid)
          const tasks = [...known.values()].flatMap((each) => [...each.tasks.values()])
          expect(readStoredSessions(database)).toMatchObject(sessions)
          expect(readStoredTasks(database)).toEqual(tasks.map(storedTask).toSorted(byUid))
          const again = { dataVersion, added: 0, changed: 0 }
          expect(await writer.apply({ ...one, goneSessions: [], goneTasks: [] })).toEqual(again)
        }
      } finally {
        database.close()
        await writer.close()
        rmSync(dataDir, { recursive: true })
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
