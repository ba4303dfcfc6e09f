import { describe, expect, it } from 'vitest'
import { currentGrouping, type Grouping } from '../../failures/grouping.ts'
import { detailOf } from './failure-battery.ts'
import { type OpenGrouped, openFailures } from './open-failures.ts'
import { june, sampleRun } from './sample-failures.ts'

const versionAfter = currentGrouping.version + 1

/** Groups by the last word of a text. */
const byLastWord: Grouping = {
  version: versionAfter,
  groupOf: (text) => {
    const word = text.split(' ').at(-1) ?? ''
    const digits = Buffer.from(word).toString('hex').padEnd(20, '0').slice(0, 20)
    return { id: `${versionAfter}-${digits}`, template: `… ${word}` }
  },
}

const runs = ['Disk is full', 'Datastore is full', 'Proxy is lost'].map((message, index) =>
  sampleRun({ policy: 'gold', day: 3 + index, result: 'Failed', message }),
)

/** What every store does when failures come to be grouped in another way. `open` gives an empty one. */
export function describeRegrouping(name: string, open: OpenGrouped): void {
  const openToTest = async () => {
    const opened = await openFailures(open, ...runs)
    const before = await opened.list()
    const writer = await opened.reopenWriter(byLastWord)
    const regroup = async (limit: number) => {
      const left = await writer.regroup(limit)
      await opened.reader.refresh()
      return left
    }
    const templates = async () =>
      (await opened.list()).items.map(({ template }) => template).toSorted()
    return { ...opened, writer, before, regroup, templates }
  }

  describe(`${name}: another version of the grouping`, () => {
    it('groups the history anew in steps, and tells how far it is', async () => {
      const { reader, list, regroup, templates, before } = await openToTest()
      await reader.refresh()
      expect(before.items).toHaveLength(3)
      expect((await list()).regrouping).toBe(0)
      expect(await templates()).toEqual(before.items.map(({ template }) => template).toSorted())
      expect(await regroup(1)).toBeGreaterThan(0)
      const share = (await list()).regrouping
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(1)
      expect(await regroup(500)).toBe(0)
      expect(await templates()).toEqual(['… full', '… lost'])
      expect((await list()).regrouping).toBeNull()
      expect(await regroup(500)).toBe(0)
    })

    it('groups what comes meanwhile at once', async () => {
      const { writer, reader, list } = await openToTest()
      await writer.apply(
        sampleRun({ policy: 'gold', day: 6, result: 'Failed', message: 'Host is lost' }),
      )
      await reader.refresh()
      expect((await list({ from: Date.parse(june(6, 0)) })).items).toMatchObject([
        { template: '… lost' },
      ])
    })

    it('leads from the id of a group to what its texts have become', async () => {
      const { find, uids, regroup, before } = await openToTest()
      await regroup(500)
      const disk = before.items.find(({ template }) => template === 'Disk is full')?.id ?? ''
      const detail = detailOf(await find(disk))
      expect(detail).toMatchObject({
        redirectedFrom: disk,
        group: { template: '… full', counts: { sessions: 2 } },
      })
      expect(detailOf(await find(detail.group.id)).redirectedFrom).toBeNull()
      expect(await uids({ failures: [disk] })).toEqual(['gold-4', 'gold-3'])
    })

    it('says of other ids what is known', async () => {
      const { find, reader, regroup } = await openToTest()
      const old = `${currentGrouping.version}-00000000000000000000`
      await reader.refresh()
      expect(await find(old)).toEqual({ kind: 'regrouping' })
      await regroup(500)
      expect(await find(old)).toEqual({ kind: 'outdated' })
      expect(await find(`${versionAfter}-00000000000000000000`)).toEqual({ kind: 'unknown' })
    })

    it('has nothing to do in an index that is empty, or was grouped by it', async () => {
      const { writer, reopenWriter, reader, list } = await openFailures(open)
      expect(await writer.regroup(500)).toBe(0)
      await writer.apply(runs[0] ?? {})
      const again = await reopenWriter(currentGrouping)
      expect(await again.regroup(500)).toBe(0)
      await reader.refresh()
      expect((await list()).regrouping).toBeNull()
    })
  })
}
