import { overviewSchema } from '@cdp-watch/contract'
import { condition } from '@cdp-watch/em-filter'
import { expect, it, onTestFinished } from 'vitest'
import { openSampleIndex } from '../reader/open-sample-index.ts'
import { sampleSelection } from '../reader/sample-questions.ts'
import {
  samplePolicy,
  sampleSession,
  sampleTask,
  stoppedSession,
} from '../store/sample-entities.ts'
import type { OverviewQuestion } from '../store/session-store.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const today = '2026-11-25T06:00:00.000Z'
const names = ['Gold', 'Silver', 'Zinc', 'Lead', 'Iron', 'Idle'] as const
const servers = { Zinc: 2 } as const

const idsOf = (name: string) => {
  const server = Reflect.get(servers, name) ?? 1
  return { backupServerUid: `server-${server}`, backupServerName: `vbr-0${server}.lab` }
}
const policyOf = (name: string) =>
  samplePolicy({
    uid: name,
    name,
    ...idsOf(name),
    scheduleEnabled: name !== 'Idle',
    rpoSchedule: null,
  })
const working = (name: string, creationTimeUTC = today) =>
  sampleSession({
    uid: `session of ${name}`,
    policyUid: name,
    policyName: name,
    ...idsOf(name),
    creationTimeUTC,
  })
const taskOf = (name: string, vm: string, result: string, reason: string) =>
  sampleTask({
    uid: `${name} ${vm}`,
    policySessionUid: `session of ${name}`,
    vmDisplayName: vm,
    result,
    reason,
  })

/** Gold and Silver fail for one reason, Zinc warns for another, Lead is missing, Iron is well, Idle is off. */
async function open() {
  const index = openSampleIndex()
  onTestFinished(index.close)
  await index.writer.apply({
    policies: names.map(policyOf),
    sessions: [
      working('Gold'),
      working('Silver', '2026-11-25T01:00:00.000Z'),
      working('Zinc'),
      working('Iron'),
      stoppedSession('Success', {
        uid: 'session of Lead',
        policyUid: 'Lead',
        policyName: 'Lead',
        ...idsOf('Lead'),
        creationTimeUTC: '2026-11-20T06:00:00.000Z',
        endTimeUTC: '2026-11-21T06:00:00.000Z',
      }),
    ],
    tasks: [
      taskOf('Gold', 'db-1', 'Failed', 'Backup server has lost connection to backup proxy prx-07.'),
      taskOf('Gold', 'db-2', 'Failed', 'Backup server has lost connection to backup proxy prx-07.'),
      taskOf(
        'Silver',
        'db-1',
        'Failed',
        'Backup server has lost connection to backup proxy prx-1.',
      ),
      taskOf('Zinc', 'web-1', 'Warning', 'Connection was lost, task will be cancelled.'),
      taskOf('Iron', 'fe-1', 'Success', ''),
    ],
    isFilled: true,
    readAtEm: now,
  })
  await index.reader.refresh()
  return (question: Partial<OverviewQuestion> = {}) =>
    index.reader.overview(sampleSelection(question), now)
}

it('counts all policies, tells of those that are not well worst first, then longest, and why', async () => {
  const overview = await (await open())()
  expect(overview.counts).toEqual({ failed: 2, missing: 1, warning: 1, unknown: 1, ok: 1 })
  expect(overview.tiles.map(({ name }) => name)).toEqual(['Silver', 'Gold', 'Lead', 'Zinc'])
  expect(overview.tiles[1]).toMatchObject({ sinceUTC: today, vms: { failed: 2, warning: 0 } })
  expect(overview.tiles[2]).toMatchObject({ health: 'missing', vms: null })
  expect(overview.reasonCount).toBe(2)
  expect(overview.reasons).toMatchObject([
    { severity: 'failed', vms: 3, policies: 2, sinceUTC: '2026-11-25T01:00:00.000Z' },
    { severity: 'warning', vms: 1, policies: 1 },
  ])
  expect(overview.reasons[0]?.parts.some(({ kind }) => kind !== null)).toBe(true)
  const whole = { ...overview, asOf: null, demo: true }
  expect(overviewSchema.parse(whole)).toEqual(whole)
})

it.each<[string, Partial<OverviewQuestion>, readonly string[]]>([
  ['a health', { healths: ['missing'] }, ['Lead']],
  ['a policy', { policyUids: ['GOLD', 'Zinc'] }, ['Gold', 'Zinc']],
  ['a server', { backupServerUids: ['server-2'] }, ['Zinc']],
  ['a text of a reason', { text: 'PRX-07' }, ['Gold']],
  ['a name, also of one that does not run', { text: 'lea' }, ['Lead']],
  ['a name by the filter', { filter: condition('PolicyName', '==', 'Lead') }, ['Lead']],
  ['a state', { states: ['Working'] }, ['Silver', 'Gold', 'Zinc']],
  [
    'a start, which never hides what is missing',
    { from: Date.parse(today) },
    ['Gold', 'Lead', 'Zinc'],
  ],
  ['two at once', { text: 'prx', policyUids: ['Silver'] }, ['Silver']],
  ['nothing', { text: 'no such text' }, []],
])('narrows by %s', async (_name, question, expected) => {
  const overview = await (await open())(question)
  expect(overview.tiles.map(({ name }) => name)).toEqual(expected)
  const { failed, missing, warning } = overview.counts
  expect(failed + missing + warning).toBe(expected.length)
})

it('knows of no policy before Enterprise Manager was read', async () => {
  const index = openSampleIndex()
  onTestFinished(index.close)
  const overview = await index.reader.overview(sampleSelection(), now)
  expect(overview).toMatchObject({ tiles: [], reasons: [], counts: { ok: 0, failed: 0 } })
})
