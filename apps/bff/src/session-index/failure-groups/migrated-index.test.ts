import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openIndexReader } from '../reader/sqlite-index-reader.ts'
import { openSqliteIndexWriter } from '../store/sqlite-index-writer.ts'
import { june, sampleFailures, sampleRun } from './sample-failures.ts'

const now = Date.parse(june(20))
const lost = (proxy: string) => `Backup server has lost connection to backup proxy ${proxy}.`

/** As an index was before it knew of groups, and of shapes. */
function takeBack(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'cdp-watch.sqlite'))
  database.exec(`
    DROP TABLE session_failures; DROP TABLE text_groups; DROP TABLE failure_groups;
    DROP TABLE group_aliases; DELETE FROM facts WHERE name LIKE 'group%';
    DROP INDEX texts_skeleton; ALTER TABLE texts DROP COLUMN skeleton;
    DROP TABLE skeletons; DROP TABLE skeletons_search; DROP TABLE rests_search;
    CREATE VIRTUAL TABLE texts_search USING fts5(folded, content = 'texts', content_rowid = 'id');
    PRAGMA user_version = 1;
  `)
  database.close()
}

it('an index of before there were groups has them once its texts are grouped', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cdp-watch-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const first = openSqliteIndexWriter(dataDir)
  const reasons = { 'sql-07': lost('prx-1'), 'web-12': lost('prx-2'), app: 'RPO missed' }
  for (const told of [
    sampleRun({ policy: 'gold', day: 3, result: 'Failed', message: lost('prx-9'), reasons }),
    sampleRun({ policy: 'zinc', day: 4, reasons, warned: ['app'] }),
    sampleRun({ policy: 'gold', day: 4, result: 'Success' }),
  ]) {
    await first.apply(told)
  }
  const read = () => {
    const reader = openIndexReader({ dataDir, scheduleZone: 'UTC' })
    onTestFinished(() => reader.close())
    return reader
  }
  const before = await read().failures(sampleFailures(), now)
  expect(before.items).toHaveLength(2)
  await first.close()
  takeBack(dataDir)

  const second = openSqliteIndexWriter(dataDir)
  onTestFinished(() => second.close())
  const reader = read()
  expect(await reader.failures(sampleFailures(), now)).toMatchObject({ items: [], regrouping: 0 })
  expect((await reader.session('gold-3'))?.failureTexts[0]).toMatchObject({
    groupId: null,
    group: null,
  })
  expect(await second.regroup(500)).toBe(0)
  await reader.refresh()
  const after = await reader.failures(sampleFailures(), now)
  expect(after).toEqual({ ...before, dataVersion: after.dataVersion })
})
