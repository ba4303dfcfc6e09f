import { describe, expect, it } from 'vitest'
import type { FailuresQuestion, IndexChanges } from '../store/session-store.ts'
import { type OpenGrouped, openFailures } from './open-failures.ts'
import { june, sampleRun } from './sample-failures.ts'

const lost = (proxy: string) => `Backup server has lost connection to backup proxy ${proxy}.`
const snapshot = (vm: string) =>
  `Processing ${vm} Error: An error occurred while saving the snapshot: Failed to quiesce the virtual machine.`

const lostTemplate = 'Backup server has lost connection to backup proxy ‹proxy›'

/** One policy after another: what each has, and how the only group of them stands. */
type Story = readonly [name: string, runs: readonly IndexChanges[], status: string, changed: string]

const fails = (policy: string, day: number) =>
  sampleRun({ policy, day, result: 'Failed', message: lost('prx-1') })
const works = (policy: string, day: number) =>
  sampleRun({ policy, day, message: lost('prx-1'), reasons: { vm: lost('prx-1') } })
const well = (policy: string, day: number) => sampleRun({ policy, day, result: 'Success' })

const stories: readonly Story[] = [
  ['first seen in the range', [fails('gold', 3), fails('gold', 4)], 'new', june(3)],
  ['seen before it, and still', [fails('gold', -3), works('gold', 5)], 'ongoing', june(-3)],
  ['seen at this moment', [works('gold', 5)], 'new', june(5)],
  ['followed by a session that is well', [fails('gold', 3), well('gold', 4)], 'recovered', june(4)],
  [
    'followed by one that failed otherwise',
    [
      fails('gold', 3),
      sampleRun({ policy: 'gold', day: 4, result: 'Failed', message: 'Disk full' }),
    ],
    'new',
    june(3),
  ],
  [
    'well in one of its two policies',
    [fails('gold', 3), fails('zinc', 3), well('gold', 4)],
    'new',
    june(3),
  ],
  [
    'well in both',
    [fails('gold', 3), fails('zinc', 3), well('gold', 4), well('zinc', 6)],
    'recovered',
    june(6),
  ],
  [
    'well for a day, then seen again',
    [fails('gold', 3), well('gold', 4), fails('gold', 5)],
    'returned',
    june(5),
  ],
  [
    'come back before the range',
    [fails('gold', -9), well('gold', -8), fails('gold', -7), fails('gold', 3)],
    'ongoing',
    june(-7),
  ],
  [
    'come back, and well again',
    [fails('gold', 3), well('gold', 4), fails('gold', 5), well('gold', 6)],
    'recovered',
    june(6),
  ],
]

/** What every store knows of groups of failures. `open` gives an empty one. */
export function describeFailures(name: string, open: OpenGrouped): void {
  describe(`${name}: groups of failures`, () => {
    it('are of texts that differ in names, each session counted once', async () => {
      const { list } = await openFailures(
        open,
        sampleRun({
          policy: 'gold',
          day: 3,
          result: 'Failed',
          message: lost('prx-1'),
          reasons: { 'sql-07': lost('prx-2'), 'web-12': lost('prx-3'), app: snapshot('app') },
        }),
        sampleRun({ policy: 'zinc', day: 4, reasons: { app: lost('prx-1') }, server: 'vbr-02' }),
      )
      const { items, total, sessions, regrouping } = await list()
      expect({ total, sessions, regrouping }).toEqual({ total: 2, sessions: 2, regrouping: null })
      expect(items).toMatchObject([
        {
          template: lostTemplate,
          sample: lost('prx-1'),
          severity: 'failed',
          counts: { sessions: 2, tasks: 3, vms: 3, policies: 2, backupServers: 2 },
          firstSeenUTC: june(3),
        },
        { counts: { sessions: 1, tasks: 1, vms: 1, policies: 1, backupServers: 1 } },
      ])
    })

    it('hold what a later task of a VM has superseded where the VM fails still', async () => {
      const { list, tell } = await openFailures(open, works('gold', 3))
      const { tasks = [] } = sampleRun({ policy: 'gold', day: 3, reasons: { vm: lost('prx-4') } })
      const later = { uid: 'later', creationTimeUTC: june(3, 9) }
      await tell({ tasks: tasks.map((task) => ({ ...task, ...later })) })
      const { items } = await list()
      expect(items).toMatchObject([{ counts: { sessions: 1, tasks: 2, vms: 1 } }])
    })

    it('are as bad as what they are the cause of', async () => {
      const reasons = { a: 'RPO of 15 seconds was missed', b: snapshot('b') }
      const { list } = await openFailures(
        open,
        sampleRun({ policy: 'gold', day: 3, result: 'Failed', reasons, warned: ['a'] }),
      )
      const { items, facets } = await list()
      expect(items.map(({ severity }) => severity)).toEqual(['failed', 'warning'])
      expect(facets.severity).toEqual({ failed: 1, warning: 1 })
      expect((await list({ severities: ['warning'] })).items).toMatchObject([
        { template: 'RPO of ‹duration› was missed' },
      ])
    })

    it.each(stories)('%s', async (_, runs, status, changedUTC) => {
      const { list } = await openFailures(open, ...runs)
      const { items } = await list({ text: 'lost connection' })
      expect(items).toMatchObject([{ status, changedUTC }])
    })

    it('are counted in the range and under the filters, but first seen in all history', async () => {
      const runs = [fails('gold', -3), fails('gold', 2), fails('gold', 4), fails('zinc', 4)]
      const { list } = await openFailures(open, ...runs)
      const question = { to: Date.parse(june(5, 0)), policyUids: ['gold'] }
      const { items, days } = await list(question)
      expect(days).toEqual(['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'])
      expect(items).toMatchObject([
        {
          counts: { sessions: 2, policies: 1 },
          perDay: [0, 1, 0, 1],
          firstSeenUTC: june(-3),
          lastSeenUTC: june(5),
        },
      ])
      expect((await list({ ...question, text: 'snapshot' })).items).toEqual([])
    })
  })

  describe(`${name}: which groups are listed`, () => {
    const runs = [
      ...[3, 4, 5].map((day) =>
        sampleRun({ policy: 'gold', day, result: 'Failed', message: 'Disk full' }),
      ),
      sampleRun({ policy: 'gold', day: 6, result: 'Success' }),
      sampleRun({ policy: 'zinc', day: 8, result: 'Warning', message: 'Proxy is slow' }),
      sampleRun({ policy: 'lead', day: 1, result: 'Failed', message: 'Host is gone' }),
    ]
    const cases: readonly [string, Partial<FailuresQuestion>, readonly string[]][] = [
      ['worst first, then last seen', {}, ['Disk full', 'Host is gone', 'Proxy is slow']],
      ['those that are new', { statuses: ['new'] }, ['Host is gone', 'Proxy is slow']],
      ['those that recovered', { statuses: ['recovered'] }, ['Disk full']],
      ['what changed since', { changedSince: Date.parse(june(6)) }, ['Disk full', 'Proxy is slow']],
      ['what changed later', { changedSince: Date.parse(june(6)) + 1 }, ['Proxy is slow']],
      [
        'by first sight',
        { sort: { field: 'firstSeenUTC', descending: false } },
        ['Host is gone', 'Disk full', 'Proxy is slow'],
      ],
      [
        'the most frequent first',
        { sort: { field: 'sessions', descending: true }, limit: 1 },
        ['Disk full'],
      ],
      ['a page of them', { offset: 1, limit: 1 }, ['Host is gone']],
    ]
    it.each(cases)('%s', async (_, question, expected) => {
      const { list } = await openFailures(open, ...runs)
      expect((await list(question)).items.map(({ template }) => template)).toEqual(expected)
    })

    it('each facet under all filters but its own', async () => {
      const { list } = await openFailures(open, ...runs)
      const { facets, total } = await list({ statuses: ['new'], severities: ['failed'] })
      expect(total).toBe(1)
      expect(facets).toEqual({
        status: { new: 1, recovered: 1 },
        severity: { failed: 1, warning: 1 },
      })
    })
  })
}
