import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GroupedStore } from '../failure-groups/open-failures.ts'
import type { IndexReader } from '../store/session-store.ts'
import { openSqliteIndexWriter } from '../store/sqlite-index-writer.ts'
import { openIndexReader } from './sqlite-index-reader.ts'

/** An index, to be closed when a test is done with it. */
export interface SampleIndex extends GroupedStore {
  readonly dataDir: string
  /** For another reader of the same index, which saves its columns after so many rows. */
  openReader(saveEvery?: number): IndexReader
}

/** An empty index in a folder of its own. */
export function openSampleIndex(): SampleIndex {
  const dataDir = mkdtempSync(join(tmpdir(), 'cdp-watch-'))
  const writer = openSqliteIndexWriter(dataDir)
  const openReader = (saveEvery?: number) =>
    openIndexReader({ dataDir, scheduleZone: 'UTC', ...(saveEvery !== undefined && { saveEvery }) })
  const reader = openReader()
  let current = writer
  return {
    dataDir,
    writer,
    reader,
    openReader,
    reopenWriter: async (grouping) => {
      await current.close()
      current = openSqliteIndexWriter(dataDir, undefined, grouping)
      return current
    },
    close: async () => {
      await reader.close()
      await current.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
