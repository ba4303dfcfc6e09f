import { condition } from '@cdp-watch/em-filter'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  samplePolicy,
  sampleSession,
  sampleTask,
  stoppedSession,
} from '../store/sample-entities.ts'
import {
  BadCursor,
  type IndexChanges,
  type SessionStore,
  type SessionsQuestion,
} from '../store/session-store.ts'
import { sampleQuestion, sampleSelection } from './sample-questions.ts'

const at = (day: number, hour = 6) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

/** Three that ended on three days, and one that works. */
const estate: IndexChanges = {
  sessions: [
    stoppedSession('Success', { uid: 'well', creationTimeUTC: at(17), endTimeUTC: at(18) }),
    stoppedSession('Failed', {
      uid: 'lost',
      policyName: 'Silver',
      policyUid: 'policy-2',
      creationTimeUTC: at(18),
      endTimeUTC: at(19),
      failureMessage: 'Proxy "prx_1" lost',
    }),
    stoppedSession('Warning', {
      uid: 'slow',
      policyName: 'Zinc',
      policyUid: 'policy-3',
      backupServerUid: 'server-2',
      backupServerName: 'vbr-02.lab',
      creationTimeUTC: at(18),
      endTimeUTC: at(19),
    }),
    sampleSession({ uid: 'works', creationTimeUTC: at(19) }),
  ],
  tasks: [
    sampleTask({ uid: 't1', policySessionUid: 'works', result: 'Failed', reason: '100 % full' }),
  ],
  finalTasks: [
    {
      sessionUid: 'slow',
      tasks: [
        sampleTask({
          uid: 't2',
          policySessionUid: 'slow',
          result: 'Warning',
          reason: 'RPO missed',
        }),
        sampleTask({ uid: 't3', policySessionUid: 'slow', vmDisplayName: 'web-12' }),
      ],
    },
  ],
}

/** What every reader of an index does with what its writer was told. `open` gives an empty index. */
export function describeIndexReader(name: string, open: () => Promise<SessionStore>): void {
  const openToTest = async (...changes: readonly IndexChanges[]) => {
    const { writer, reader, close } = await open()
    onTestFinished(close)
    const tell = async (told: IndexChanges) => {
      await writer.apply(told)
      return reader.refresh()
    }
    for (const told of changes) await tell(told)
    const ask = (question: Partial<SessionsQuestion>) => reader.sessions(sampleQuestion(question))
    const uids = async (question: Partial<SessionsQuestion>) =>
      (await ask(question)).items.map(({ uid }) => uid)
    return { writer, reader, tell, ask, uids }
  }

  describe(`${name}: which sessions are found`, () => {
    const cases: readonly [string, Partial<SessionsQuestion>, readonly string[]][] = [
      ['all, newest first, then as they came', {}, ['works', 'lost', 'slow', 'well']],
      ['from a time on', { from: Date.parse(at(18)) }, ['works', 'lost', 'slow']],
      ['before a time', { to: Date.parse(at(18)) }, ['well']],
      ['by state', { states: ['working'] }, ['works']],
      ['by either of two results', { results: ['Failed', 'Warning'] }, ['lost', 'slow']],
      ['by health, of one that works too', { healths: ['failed'] }, ['works', 'lost']],
      ['by policy', { policyUids: ['policy-3', 'policy-1'] }, ['works', 'slow', 'well']],
      ['by server', { backupServerUids: ['SERVER-2'] }, ['slow']],
      ['by what nothing is, none', { results: ['None', 'Odd'], healths: ['ok'] }, []],
      ['by a word that is not known, none', { states: ['Resting'] }, []],
      ['by the message of a session', { text: 'pRoXy "PRX' }, ['lost']],
      ['by the reason of a task', { text: '% f' }, ['works']],
      ['by two letters of one', { text: 'RP' }, ['slow']],
      ['by the last two letters of one', { text: 'Ed' }, ['slow']],
      ['by a letter', { text: '%' }, ['works']],
      ['by a VM that is well', { text: 'web-12' }, ['slow']],
      ['by a policy', { text: 'silver' }, ['lost']],
      ['by a server', { text: 'vbr-02' }, ['slow']],
      ['by a name', { text: 'zinc@2026-11-20 0' }, ['slow']],
      ['by a wildcard that is none', { text: 'prx%' }, []],
      [
        'by a filter',
        { filter: condition('FailureMessage', '~=', 'PRX_1'), results: ['Failed'] },
        ['lost'],
      ],
      ['by all at once', { text: 'lab', from: Date.parse(at(18)), healths: ['warning'] }, ['slow']],
    ]
    it.each(cases)('%s', async (_, question, expected) => {
      const { uids } = await openToTest(estate)
      expect(await uids(question)).toEqual(expected)
    })

    it('in another place where EM corrects a start', async () => {
      const { tell, uids } = await openToTest(estate)
      await tell({ sessions: [sampleSession({ uid: 'works', creationTimeUTC: at(16) })] })
      expect(await uids({})).toEqual(['lost', 'slow', 'well', 'works'])
      expect(await uids({ from: Date.parse(at(17)) })).toEqual(['lost', 'slow', 'well'])
    })

    it('not before they are taken in', async () => {
      const { writer, reader, uids } = await openToTest()
      const { dataVersion } = await writer.apply(estate)
      expect(await uids({})).toEqual([])
      expect(await reader.refresh()).toBe(dataVersion)
      expect(await uids({ limit: 1 })).toEqual(['works'])
    })

    it('by a name whose letters no name had before', async () => {
      const { tell, uids } = await openToTest(estate)
      expect(await uids({ text: 'ž€' })).toEqual([])
      await tell({
        sessions: [sampleSession({ uid: 'odd', name: '@Ž€', creationTimeUTC: at(20) })],
      })
      expect(await uids({ text: 'ž€' })).toEqual(['odd'])
      expect(await uids({ text: '@ž€' })).toEqual(['odd'])
    })

    it('no more once they are pruned', async () => {
      const { writer, reader, uids } = await openToTest(estate)
      await writer.prune(Date.parse(at(18)), 10)
      await reader.refresh()
      expect(await uids({})).toEqual(['works', 'lost', 'slow'])
      expect(await reader.session('well')).toBeNull()
    })
  })

  describe(`${name}: what is told of a session`, () => {
    it('is what EM told, and what follows from its tasks', async () => {
      const { ask } = await openToTest(estate)
      const { items } = await ask({ sort: [{ field: 'uid', descending: false }] })
      expect(items).toEqual([
        {
          ...estate.sessions?.[1],
          health: 'failed',
          failureText: 'Proxy "prx_1" lost',
          failureSource: 'session',
          failureCount: 1,
          failureGroups: [expect.any(String)],
          tasks: { total: null, failed: 0, warning: 0 },
          isGone: false,
        },
        {
          ...estate.sessions?.[2],
          health: 'warning',
          failureText: 'RPO missed',
          failureSource: 'tasks',
          failureCount: 1,
          failureGroups: [expect.any(String)],
          tasks: { total: 2, failed: 0, warning: 1 },
          isGone: false,
        },
        expect.objectContaining({ uid: 'well', health: 'ok', failureText: null }),
        expect.objectContaining({
          uid: 'works',
          health: 'failed',
          failureText: '100 % full',
          tasks: { total: 1, failed: 1, warning: 0 },
        }),
      ])
    })

    it('follows what EM tells later', async () => {
      const { tell, ask } = await openToTest(estate)
      await tell({ goneSessions: ['works'] })
      const { items } = await ask({ text: 'gold', from: Date.parse(at(19)) })
      expect(items).toEqual([
        expect.objectContaining({ uid: 'works', isGone: true, health: 'unknown' }),
      ])
    })
  })

  describe(`${name}: what is counted`, () => {
    it('each facet under all filters but its own', async () => {
      const { ask } = await openToTest(estate)
      const { facets, total, totalInRange } = await ask({
        results: ['Failed'],
        healths: ['failed'],
      })
      expect(facets).toEqual({
        health: { failed: 1 },
        result: { Failed: 1, None: 1 },
        state: { Stopped: 1 },
        policy: [{ uid: 'policy-2', name: 'Silver', count: 1 }],
        backupServer: [{ uid: 'server-1', name: 'vbr-01.lab', count: 1 }],
        distinct: { policy: 1, backupServer: 1 },
      })
      expect({ total, totalInRange }).toEqual({ total: 1, totalInRange: 4 })
    })

    it('policies by their newest name, the most frequent first, and what was chosen though there is none', async () => {
      const renamed = sampleSession({
        uid: 'renamed',
        policyName: 'Gold+',
        creationTimeUTC: at(20),
      })
      const nameless = sampleSession({ uid: 'nameless', policyUid: null, policyName: 'Lead' })
      const { ask } = await openToTest(estate, { sessions: [renamed, nameless] })
      const { policy, distinct } = (await ask({})).facets
      expect(policy).toEqual([
        { uid: 'policy-1', name: 'Gold+', count: 3 },
        { uid: 'policy-2', name: 'Silver', count: 1 },
        { uid: 'policy-3', name: 'Zinc', count: 1 },
      ])
      expect(distinct.policy).toBe(4)
      const chosen = await ask({ policyUids: ['policy-3'], results: ['Failed'], facetText: 'sil' })
      expect(chosen.facets.policy).toEqual([
        { uid: 'policy-2', name: 'Silver', count: 1 },
        { uid: 'policy-3', name: 'Zinc', count: 0 },
      ])
    })

    it('starts by health in bars of a round length', async () => {
      const { ask } = await openToTest(estate)
      const { histogram } = await ask({ bars: 3, healths: ['failed', 'ok'] })
      expect(histogram).toEqual({
        fromUTC: at(17, 0),
        stepSeconds: 86_400,
        failed: [0, 1, 1],
        warning: [0, 0, 0],
        ok: [1, 0, 0],
        unknown: [0, 0, 0],
      })
    })
  })

  describe(`${name}: in which order`, () => {
    const cases: readonly [string, readonly string[]][] = [
      ['health', ['works', 'lost', 'slow', 'well']],
      ['-health', ['well', 'slow', 'works', 'lost']],
      ['result', ['works', 'well', 'slow', 'lost']],
      ['policyName,creationTimeUTC', ['well', 'works', 'lost', 'slow']],
      ['endTimeUTC', ['well', 'lost', 'slow', 'works']],
      ['-backupServerName,-policyName', ['slow', 'lost', 'works', 'well']],
      ['failureText', ['well', 'works', 'lost', 'slow']],
      ['-vmsFailed', ['works', 'lost', 'slow', 'well']],
      ['creationTimeUTC', ['well', 'lost', 'slow', 'works']],
    ]
    it.each(cases)('%s', async (text, expected) => {
      const { uids } = await openToTest(estate)
      const sort = text
        .split(',')
        .map((part) => ({ field: part.replace('-', ''), descending: part.startsWith('-') }))
      expect(await uids({ sort })).toEqual(expected)
    })
  })

  describe(`${name}: page by page`, () => {
    const more = (uid: string, day: number) => ({
      sessions: [sampleSession({ uid, creationTimeUTC: at(day) })],
    })

    it('goes on where it was though sessions have come', async () => {
      const { ask, tell } = await openToTest(estate)
      const first = await ask({ limit: 2 })
      await tell(more('newer', 21))
      await tell(more('older', 16))
      const second = await ask({ limit: 2, cursor: first.nextCursor })
      expect([...first.items, ...second.items].map(({ uid }) => uid)).toEqual([
        'works',
        'lost',
        'slow',
        'well',
      ])
      expect(second.nextCursor).toBeNull()
      expect(second.total).toBe(4)
    })

    it('goes on behind the last session though that matches no more', async () => {
      const failing = { healths: ['failed', 'warning', 'ok'], limit: 2 }
      const { ask, tell } = await openToTest(estate)
      const first = await ask(failing)
      expect(first.items.at(-1)?.uid).toBe('lost')
      await tell({ sessions: [stoppedSession('Odd', { ...estate.sessions?.[1], result: 'Odd' })] })
      const second = await ask({ ...failing, cursor: first.nextCursor })
      expect(second.items.map(({ uid }) => uid)).toEqual(['slow', 'well'])
    })

    it('jumps to any place', async () => {
      const { uids } = await openToTest(estate)
      expect(await uids({ offset: 1, limit: 2 })).toEqual(['lost', 'slow'])
      expect(await uids({ offset: 9 })).toEqual([])
    })

    it('refuses cursors that are none, or of another question', async () => {
      const { ask } = await openToTest(estate)
      const { nextCursor } = await ask({ limit: 1 })
      await expect(ask({ cursor: 'e30' })).rejects.toThrow(BadCursor)
      await expect(ask({ cursor: 'nonsense' })).rejects.toThrow(BadCursor)
      await expect(ask({ cursor: nextCursor, text: 'lab' })).rejects.toThrow(BadCursor)
    })

    it('shows what was there at the horizon, and tells what has come and changed since', async () => {
      const { ask, tell } = await openToTest(estate)
      const before = await ask({})
      await tell(more('newer', 21))
      await tell({ goneSessions: ['works'] })
      const since = { horizon: before.horizon, since: before.dataVersion }
      const now = await ask(since)
      expect(now.items.map(({ uid }) => uid)).toEqual(before.items.map(({ uid }) => uid))
      expect(now.changes).toEqual({ added: 1, changed: 1 })
      expect(now.horizon).toBe(before.horizon)
      expect((await ask({ ...since, healths: ['ok'] })).changes).toEqual({ added: 0, changed: 0 })
      expect((await ask({})).changes).toBeUndefined()
    })
  })

  describe(`${name}: all that match`, () => {
    it('by their numbers, and those that are left of them', async () => {
      const { reader, writer } = await openToTest(estate)
      const numbers = await reader.sessionNumbers(sampleSelection({ policyUids: ['policy-1'] }))
      expect((await reader.rows(numbers)).map(({ uid }) => uid)).toEqual(['works', 'well'])
      await writer.prune(Date.parse(at(18)), 10)
      expect((await reader.rows(numbers)).map(({ uid }) => uid)).toEqual(['works'])
      await reader.refresh()
      expect((await reader.rows(numbers)).map(({ uid }) => uid)).toEqual(['works'])
    })
  })

  describe(`${name}: one session`, () => {
    it('is not there', async () => {
      const { reader } = await openToTest(estate)
      expect(await reader.session('none')).toBeNull()
    })

    it('has its tasks, newest first, and why it is as it is', async () => {
      const own = 'Stopped by 1 error'
      const task = (uid: string, vm: string, result: string, reason: string | null, hour: number) =>
        sampleTask({
          uid,
          vmDisplayName: vm,
          policySessionUid: 'works',
          policySessionName: 'Gold@2026-11-20 06:00:00',
          result,
          reason,
          creationTimeUTC: at(19, hour),
        })
      const tasks = [
        task('d', 'vm-3', 'Warning', 'Proxy lost', 10),
        task('c', 'vm-2', 'Failed', 'Proxy lost', 9),
        task('b', 'vm-1', 'Success', null, 8),
        task('a', 'vm-1', 'Failed', 'Disk full', 7),
      ]
      const { reader, tell } = await openToTest({
        sessions: [sampleSession({ uid: 'works', failureMessage: own, creationTimeUTC: at(19) })],
        tasks,
      })
      const working = await reader.session('works')
      expect(working?.tasks).toEqual(tasks)
      expect(working?.tasksComplete).toBe(true)
      expect(working?.failureTexts).toMatchObject([
        { text: own, source: 'session', health: 'failed', vms: [] },
        { text: 'Proxy lost', source: 'tasks', health: 'failed', vms: ['vm-2', 'vm-3'] },
      ])
      await tell({
        sessions: [stoppedSession('Failed', { uid: 'works', creationTimeUTC: at(19) })],
        finalTasks: [{ sessionUid: 'works', tasks }],
      })
      const stopped = await reader.session('works')
      expect(stopped?.tasks.map(({ uid }) => uid)).toEqual(['d', 'c', 'a'])
      expect(stopped?.tasksComplete).toBe(false)
      expect(stopped?.failureTexts).toMatchObject([
        { text: 'Proxy lost', source: 'tasks', health: 'failed', vms: ['vm-2', 'vm-3'] },
        { text: 'Disk full', source: 'tasks', health: 'failed', vms: ['vm-1'] },
      ])
    })

    it('stands among those of its policy, whatever its name was, with the days it was missing', async () => {
      const days = [3, 4, 6, 7]
      const { reader } = await openToTest(estate, {
        sessions: days.map((day) =>
          stoppedSession('Success', {
            uid: `day-${day}`,
            policyUid: 'policy-9',
            policyName: day < 6 ? 'Lead' : 'Tin',
            creationTimeUTC: at(day),
            endTimeUTC: at(day + 1),
          }),
        ),
        policies: [samplePolicy({ uid: 'policy-9' })],
        readAtEm: 0,
      })
      const detail = await reader.session('day-6')
      expect(detail?.recent.map(({ uid, missingBefore }) => [uid, missingBefore])).toEqual([
        ['day-3', false],
        ['day-4', false],
        ['day-6', true],
        ['day-7', false],
      ])
      expect([detail?.older, detail?.newer]).toEqual(['day-4', 'day-7'])
      const first = await reader.session('day-3')
      expect([first?.older, first?.newer]).toEqual([null, 'day-4'])
    })
  })

  describe(`${name}: policies`, () => {
    it('are as their sessions are', async () => {
      const { reader } = await openToTest(estate, {
        policies: [samplePolicy(), samplePolicy({ uid: 'policy-2', name: 'Silver' })],
        readAtEm: Date.parse(at(19, 12)),
      })
      const { items, total } = await reader.policies({}, Date.parse(at(19, 12)))
      expect(total).toBeGreaterThanOrEqual(2)
      expect(items.find(({ uid }) => uid === 'policy-1')).toMatchObject({
        health: 'failed',
        activeSession: { uid: 'works' },
        failureText: '100 % full',
        vms: { total: 1, failed: 1, warning: 0 },
      })
    })
  })
}
