import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IndexReader, SessionStore } from '../store/session-store.ts'
import { openSqliteIndexWriter } from '../store/sqlite-index-writer.ts'
import { openIndexReader } from './sqlite-index-reader.ts'

/** An index, to be closed when a test is done with it. */
export interface SampleIndex extends SessionStore {
  /** For another reader of the same index. */
  openReader(): IndexReader
}

/** An empty index in a folder of its own. */
export function openSampleIndex(): SampleIndex {
  const dataDir = mkdtempSync(join(tmpdir(), 'cdp-watch-'))
  const writer = openSqliteIndexWriter(dataDir)
  const openReader = () => openIndexReader({ dataDir, scheduleZone: 'UTC' })
  const reader = openReader()
  return {
    writer,
    reader,
    openReader,
    close: async () => {
      await reader.close()
      await writer.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
