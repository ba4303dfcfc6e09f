import { describe, expect, it, onTestFinished } from 'vitest'
import {
  sampleBackupServer,
  samplePolicy,
  sampleSession,
  sampleTask,
  stoppedSession,
} from './sample-entities.ts'
import type { IndexChanges, SessionStore } from './session-store.ts'

const nothing = {
  dataVersion: 0,
  sessions: 0,
  filledBackTo: null,
  isFilled: false,
  newestStart: null,
  newestTaskEnd: null,
  activeSessions: [],
  runningTasks: [],
  tasksWanted: 0,
}

const failed = (uid: string, day: number) =>
  stoppedSession('Failed', { uid, creationTimeUTC: `2026-11-${day}T06:00:00.000Z` })

const oneOfEach: IndexChanges = {
  sessions: [sampleSession(), failed('session-2', 19), stoppedSession('Success', { uid: 's3' })],
  tasks: [
    sampleTask({ result: 'Failed', reason: 'Proxy lost' }),
    sampleTask({ uid: 'task-2', vmDisplayName: 'web-12', state: 'Completed' }),
    sampleTask({ uid: 'task-3', policySessionUid: 'session-2' }),
  ],
  finalTasks: [
    {
      sessionUid: 'session-2',
      tasks: [
        sampleTask({ uid: 'task-4', policySessionUid: 'session-2', result: 'Failed', reason: 'x' }),
        sampleTask({ uid: 'task-5', policySessionUid: 'session-2' }),
      ],
    },
  ],
  goneSessions: ['s3'],
  goneTasks: ['task-6'],
  policies: [samplePolicy(), samplePolicy({ uid: 'policy-2', scheduleEnabled: null })],
  backupServers: [sampleBackupServer()],
  filledBackTo: 5,
  isFilled: true,
  readAtEm: 7,
}

/** What every writer of an index does. `open` gives an empty index. */
export function describeIndexWriter(name: string, open: () => Promise<SessionStore>): void {
  const openToTest = async () => {
    const store = await open()
    onTestFinished(() => store.close())
    return store.writer
  }

  describe(`${name}: the time at which EM was read`, () => {
    const minute = 60_000
    it('makes a data version of its own each quarter of an hour, as policies go missing by it', async () => {
      const writer = await openToTest()
      const versions: number[] = []
      for (const minutes of [1, 2, 14, 15, 29, 30]) {
        versions.push((await writer.apply({ readAtEm: minutes * minute })).dataVersion)
      }
      expect(versions).toEqual([0, 0, 0, 1, 1, 2])
    })
  })

  describe(`${name}: what it tells of where it stands`, () => {
    it('is nothing while it is empty', async () => {
      const writer = await openToTest()
      expect(await writer.position()).toEqual(nothing)
      const { activeSessions: _active, runningTasks: _running, ...progress } = nothing
      expect(await writer.progress()).toEqual(progress)
      expect(await writer.sessionsWantingTasks(10)).toEqual([])
    })

    it('is what it was told', async () => {
      const writer = await openToTest()
      expect(await writer.apply(oneOfEach)).toEqual({ dataVersion: 1, added: 3, changed: 0 })
      expect(await writer.position()).toEqual({
        dataVersion: 1,
        sessions: 3,
        filledBackTo: 5,
        isFilled: true,
        newestStart: Date.parse('2026-11-20T06:00:00.000Z'),
        newestTaskEnd: null,
        activeSessions: ['session-1'],
        runningTasks: ['task-1', 'task-4'],
        tasksWanted: 0,
      })
    })

    it('is the same after the same was told again', async () => {
      const writer = await openToTest()
      await writer.apply(oneOfEach)
      const position = await writer.position()
      expect(await writer.apply(oneOfEach)).toEqual({ dataVersion: 1, added: 0, changed: 0 })
      expect(await writer.position()).toEqual(position)
    })

    it('takes note of progress without a new data version', async () => {
      const writer = await openToTest()
      const changes = { filledBackTo: 3, isFilled: true, readAtEm: 9 }
      expect(await writer.apply(changes)).toEqual({ dataVersion: 0, added: 0, changed: 0 })
      expect(await writer.position()).toEqual({ ...nothing, filledBackTo: 3, isFilled: true })
    })

    it('is as before where a change cannot be taken in, and goes on from there', async () => {
      const writer = await openToTest()
      await writer.apply({ sessions: [sampleSession()] })
      const before = await writer.position()
      const change = (endTimeUTC: string | null): IndexChanges => ({
        sessions: [stoppedSession('Failed'), failed('session-2', 19)],
        policies: [samplePolicy()],
        tasks: [
          sampleTask({ result: 'Failed', reason: 'Proxy lost' }),
          sampleTask({ uid: 'task-2', endTimeUTC }),
        ],
        filledBackTo: 5,
      })
      await expect(writer.apply(change('at noon'))).rejects.toThrow('at noon')
      expect(await writer.position()).toEqual(before)
      expect(await writer.apply(change(null))).toEqual({ dataVersion: 2, added: 1, changed: 1 })
      expect(await writer.apply(change(null))).toEqual({ dataVersion: 2, added: 0, changed: 0 })
    })
  })

  describe(`${name}: sessions`, () => {
    it.each([
      ['its Result', stoppedSession('Success')],
      ['its State', sampleSession({ state: 'Stopping' })],
      ['its progress', sampleSession({ progress: 12.5 })],
      ['its name', sampleSession({ name: 'Gold@later' })],
      ['the name of its policy', sampleSession({ policyName: 'Silver' })],
      ['its message', sampleSession({ failureMessage: 'a note' })],
      ['its server', sampleSession({ backupServerUid: null, backupServerName: null })],
      ['its policy', sampleSession({ policyUid: null, policyType: null })],
    ])('are changed once where %s is another', async (_, session) => {
      const writer = await openToTest()
      await writer.apply({ sessions: [sampleSession()] })
      const changed = await writer.apply({ sessions: [session] })
      expect(changed).toEqual({ dataVersion: 2, added: 0, changed: 1 })
      expect(await writer.apply({ sessions: [session] })).toEqual({ ...changed, changed: 0 })
    })

    it('told twice at once are as they were told last', async () => {
      const writer = await openToTest()
      const sessions = [sampleSession(), stoppedSession('Failed')]
      await writer.apply({ sessions })
      expect(await writer.position()).toMatchObject({
        sessions: 1,
        activeSessions: [],
        tasksWanted: 1,
      })
      expect(await writer.apply({ sessions })).toMatchObject({ dataVersion: 1, changed: 0 })
    })

    it('that are gone are asked for no more, nor their tasks, until they are there again', async () => {
      const writer = await openToTest()
      const present = { sessions: [sampleSession()], tasks: [sampleTask()] }
      await writer.apply(present)
      const goneSessions = ['session-1', 'never heard of']
      expect(await writer.apply({ goneSessions })).toMatchObject({ dataVersion: 2, changed: 1 })
      expect(await writer.apply({ goneSessions })).toMatchObject({ dataVersion: 2, changed: 0 })
      expect(await writer.position()).toMatchObject({
        sessions: 1,
        activeSessions: [],
        runningTasks: [],
        tasksWanted: 0,
      })
      expect(await writer.apply(present)).toMatchObject({ dataVersion: 3, changed: 1 })
      expect(await writer.position()).toMatchObject({
        activeSessions: ['session-1'],
        runningTasks: ['task-1'],
      })
    })

    it('that had stopped stay when EM forgets them', async () => {
      const writer = await openToTest()
      await writer.apply({ sessions: [stoppedSession('Failed')] })
      expect(await writer.apply({ goneSessions: ['session-1'] })).toMatchObject({ changed: 0 })
      expect(await writer.sessionsWantingTasks(1)).toEqual(['session-1'])
    })
  })

  describe(`${name}: tasks`, () => {
    it('of sessions that are not known are passed over', async () => {
      const writer = await openToTest()
      const tasks = [sampleTask(), sampleTask({ uid: 'task-2', policySessionUid: null })]
      const finalTasks = [{ sessionUid: 'session-1', tasks }]
      expect(await writer.apply({ tasks, finalTasks })).toMatchObject({ dataVersion: 0 })
      expect(await writer.position()).toEqual(nothing)
    })

    it('run until they are Completed or gone', async () => {
      const writer = await openToTest()
      const vms = ['a', 'b', 'c', 'd']
      await writer.apply({
        sessions: [sampleSession()],
        tasks: vms.map((vm) => sampleTask({ uid: vm, vmDisplayName: vm })),
      })
      const endTimeUTC = '2026-11-20T09:00:00.000Z'
      await writer.apply({
        tasks: [
          sampleTask({ uid: 'a', state: 'Completed', endTimeUTC }),
          sampleTask({ uid: 'b', state: 'Pending' }),
        ],
        goneTasks: ['c', 'b', 'never heard of'],
      })
      expect(await writer.position()).toMatchObject({
        dataVersion: 2,
        runningTasks: ['b', 'd'],
        newestTaskEnd: Date.parse(endTimeUTC),
      })
    })

    it('are let go when their session ends well', async () => {
      const writer = await openToTest()
      await writer.apply({ sessions: [sampleSession()], tasks: [sampleTask()] })
      const end = {
        sessions: [stoppedSession('Success')],
        tasks: [sampleTask({ state: 'Completed' })],
      }
      expect(await writer.apply(end)).toMatchObject({ dataVersion: 2, changed: 1 })
      expect(await writer.apply(end)).toMatchObject({ dataVersion: 2, changed: 0 })
      expect(await writer.position()).toMatchObject({ runningTasks: [], tasksWanted: 0 })
    })

    it('are wanted of sessions that ended otherwise, newest first, until they are there', async () => {
      const writer = await openToTest()
      const sessions = [
        failed('old', 17),
        failed('new', 19),
        stoppedSession('Warning', { uid: 'middle', creationTimeUTC: '2026-11-18T06:00:00.000Z' }),
        stoppedSession('Halted', { uid: 'odd', creationTimeUTC: '2026-11-16T06:00:00.000Z' }),
        stoppedSession('Success', { uid: 'well' }),
        sampleSession({ uid: 'working' }),
      ]
      await writer.apply({ sessions })
      expect(await writer.sessionsWantingTasks(10)).toEqual(['new', 'middle', 'old', 'odd'])
      expect(await writer.sessionsWantingTasks(2)).toEqual(['new', 'middle'])
      const finalTasks = [
        { sessionUid: 'new', tasks: [sampleTask({ policySessionUid: 'new' })] },
        { sessionUid: 'odd', tasks: [] },
      ]
      await writer.apply({ finalTasks })
      expect(await writer.sessionsWantingTasks(10)).toEqual(['middle', 'old'])
      expect(await writer.position()).toMatchObject({ tasksWanted: 2 })
      expect(await writer.apply({ sessions, finalTasks })).toMatchObject({ changed: 0 })
    })

    it('are wanted again where a session’s end or one of its tasks is not what it was', async () => {
      const writer = await openToTest()
      const session = failed('session-1', 19)
      const finalTasks = [
        {
          sessionUid: 'session-1',
          tasks: [sampleTask({ result: 'Failed', reason: 'Proxy lost' })],
        },
      ]
      await writer.apply({ sessions: [session], finalTasks })
      expect(await writer.position()).toMatchObject({ tasksWanted: 0, runningTasks: ['task-1'] })
      await writer.apply({ tasks: [sampleTask({ state: 'Completed' })] })
      expect(await writer.position()).toMatchObject({ tasksWanted: 1, runningTasks: [] })
      await writer.apply({ finalTasks })
      await writer.apply({ sessions: [{ ...session, result: 'Warning' }] })
      expect(await writer.sessionsWantingTasks(1)).toEqual(['session-1'])
      await writer.apply({ sessions: [{ ...session, result: 'Success' }] })
      expect(await writer.position()).toMatchObject({ tasksWanted: 0, runningTasks: [] })
    })

    it.each(['Failed', 'Success'])(
      'are watched again where a session that had stopped with %s works again',
      async (result) => {
        const writer = await openToTest()
        await writer.apply({ sessions: [stoppedSession(result)] })
        await writer.apply({ sessions: [sampleSession()], tasks: [sampleTask()] })
        expect(await writer.position()).toMatchObject({
          activeSessions: ['session-1'],
          runningTasks: ['task-1'],
          tasksWanted: 0,
        })
      },
    )
  })

  describe(`${name}: policies and backup servers`, () => {
    it.each<[string, IndexChanges]>([
      ['a policy is new', { policies: [samplePolicy(), samplePolicy({ uid: 'policy-2' })] }],
      ['a policy is renamed', { policies: [samplePolicy({ name: 'Silver' })] }],
      ['a policy is disabled', { policies: [samplePolicy({ scheduleEnabled: false })] }],
      ['a policy is moved', { policies: [samplePolicy({ backupServerUid: 'server-2' })] }],
      ['a policy is removed', { policies: [] }],
      [
        'a server is new',
        { backupServers: [sampleBackupServer(), sampleBackupServer({ uid: 'b' })] },
      ],
      ['a server is upgraded', { backupServers: [sampleBackupServer({ version: '13.1' })] }],
      ['a server is removed', { backupServers: [] }],
    ])('make a new data version once where %s', async (_, changes) => {
      const writer = await openToTest()
      const first = { policies: [samplePolicy()], backupServers: [sampleBackupServer()] }
      expect(await writer.apply(first)).toMatchObject({ dataVersion: 1 })
      expect(await writer.apply({ ...first, readAtEm: 1 })).toMatchObject({ dataVersion: 1 })
      expect(await writer.apply(changes)).toMatchObject({ dataVersion: 2 })
      expect(await writer.apply({ ...changes, readAtEm: 2 })).toMatchObject({ dataVersion: 2 })
      expect(await writer.apply(first)).toMatchObject({ dataVersion: 3 })
    })
  })

  describe(`${name}: what is older than wanted`, () => {
    const before = Date.parse('2026-11-19T00:00:00.000Z')

    it('goes in steps, and does not come back', async () => {
      const writer = await openToTest()
      const sessions = [16, 17, 18, 19, 20].map((day) => failed(`session-${day}`, day))
      const finalTasks = sessions.map(({ uid }) => ({
        sessionUid: uid,
        tasks: [sampleTask({ uid: `task of ${uid}`, result: 'Failed', reason: `text of ${uid}` })],
      }))
      await writer.apply({ sessions, finalTasks })
      const steps = []
      for (let step = 0; step < 4; step++) steps.push(await writer.prune(before, 2))
      expect(steps).toEqual([2, 1, 0, 0])
      const left = { dataVersion: 3, sessions: 2 }
      expect(await writer.position()).toMatchObject({
        ...left,
        runningTasks: ['task of session-19', 'task of session-20'],
      })
      expect(await writer.apply({ sessions, finalTasks })).toMatchObject({ added: 0, changed: 0 })
      expect(await writer.prune(before - 5, 2)).toBe(0)
      await writer.apply({ sessions })
      expect(await writer.position()).toMatchObject(left)
    })
  })
}
