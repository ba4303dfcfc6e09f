import type { FailureDetail } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { groupingVersion } from '../../failures/group-id.ts'
import type { FailureFinding } from '../store/session-store.ts'
import { type OpenGrouped, openFailures } from './open-failures.ts'
import { june, sampleRun } from './sample-failures.ts'

const lost = (proxy: string) => `Backup server has lost connection to backup proxy ${proxy}.`

const runs = [
  sampleRun({
    policy: 'gold',
    day: 3,
    result: 'Failed',
    reasons: { 'sql-07': lost('prx-1'), 'web-12': lost('prx-2') },
  }),
  sampleRun({ policy: 'gold', day: 4, result: 'Failed', reasons: { 'sql-07': lost('prx-1') } }),
  sampleRun({ policy: 'zinc', day: 4, result: 'Failed', reasons: { 'sql-07': lost('prx-1') } }),
  sampleRun({ policy: 'zinc', day: 5, result: 'Success' }),
  sampleRun({ policy: 'lead', day: 5, result: 'Failed', message: 'Disk full' }),
]

const unknownId = `${groupingVersion}-00000000000000000000`

type Detail = Omit<FailureDetail, 'asOf'>

/** What was found of a group that there is. */
export function detailOf(finding: FailureFinding): Detail {
  if (finding.kind === 'found') return finding.detail
  throw new Error(`no group was found: it is ${finding.kind}`)
}

/** What every store tells of one group of failures. `open` gives an empty one. */
export function describeFailure(name: string, open: OpenGrouped): void {
  const openToTest = async () => {
    const opened = await openFailures(open, ...runs)
    const { items } = await opened.list({ text: 'proxy' })
    return { ...opened, id: items[0]?.id ?? '' }
  }

  describe(`${name}: one group of failures`, () => {
    it('has its texts, its VMs and its policies, of most sessions first', async () => {
      const { find, list, id } = await openToTest()
      const detail = detailOf(await find(id))
      expect(detail.group).toEqual((await list({ text: 'proxy' })).items[0])
      expect(detail.redirectedFrom).toBeNull()
      expect(detail.textCount).toBe(2)
      expect(detail.texts).toMatchObject([
        { text: lost('prx-1'), sessions: 3, lastSeenUTC: june(5) },
        { text: lost('prx-2'), sessions: 1, lastSeenUTC: june(4), sessionUid: 'gold-3' },
      ])
      expect(detail.vms).toEqual([
        {
          vm: 'sql-07',
          policyName: 'gold',
          sessions: 2,
          lastSeenUTC: june(5),
          sessionUid: 'gold-4',
        },
        {
          vm: 'sql-07',
          policyName: 'zinc',
          sessions: 1,
          lastSeenUTC: june(5),
          sessionUid: 'zinc-4',
        },
        {
          vm: 'web-12',
          policyName: 'gold',
          sessions: 1,
          lastSeenUTC: june(4),
          sessionUid: 'gold-3',
        },
      ])
      expect(detail.policies).toEqual([
        { uid: 'gold', name: 'gold', sessions: 2, isRecovered: false },
        { uid: 'zinc', name: 'zinc', sessions: 1, isRecovered: true },
      ])
    })

    it('tells of the sessions that are meant alone', async () => {
      const { find, id } = await openToTest()
      const { group, vms, textCount } = detailOf(await find(id, { policyUids: ['zinc'] }))
      expect(group).toMatchObject({ counts: { sessions: 1, vms: 1 }, firstSeenUTC: june(3) })
      expect({ vms: vms.length, textCount }).toEqual({ vms: 1, textCount: 1 })
      const none = detailOf(await find(id, { policyUids: ['lead'] }))
      expect(none.group).toMatchObject({ counts: { sessions: 0 }, severity: 'failed' })
      expect(none.group.sample).toBe(lost('prx-1'))
      expect(none.vms).toEqual([])
    })

    it('has parts that are its texts, the variable ones marked', async () => {
      const { find, id } = await openToTest()
      const { texts, group } = detailOf(await find(id))
      for (const { text, parts } of texts) {
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.filter(({ kind }) => kind !== null)).toHaveLength(1)
      }
      expect(group.templateParts.map((part) => part.text).join('')).toBe(group.template)
    })

    it('is a filter of sessions', async () => {
      const { uids, id } = await openToTest()
      expect(await uids({ failures: [id] })).toEqual(['gold-4', 'zinc-4', 'gold-3'])
      expect(await uids({ failures: [id], policyUids: ['zinc'] })).toEqual(['zinc-4'])
      expect(await uids({ failures: [unknownId] })).toEqual([])
    })

    it('is told of with a session that has it', async () => {
      const { reader, id } = await openToTest()
      const detail = await reader.session('zinc-4')
      expect(detail?.session.failureGroups).toEqual([id])
      expect(detail?.failureTexts).toMatchObject([
        { groupId: id, group: { sessions: 3, policies: 2, firstSeenUTC: june(3) } },
      ])
    })

    it('is none where no session that is kept has it', async () => {
      const { find, writer, reader, id } = await openToTest()
      expect(await find(unknownId)).toEqual({ kind: 'unknown' })
      expect(await find('nonsense')).toEqual({ kind: 'unknown' })
      await writer.prune(Date.parse(june(5, 0)), 10)
      await reader.refresh()
      expect(await find(id)).toEqual({ kind: 'unknown' })
    })
  })
}
