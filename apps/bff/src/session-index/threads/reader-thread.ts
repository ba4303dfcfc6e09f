import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { dataFile } from '../../data-files.ts'
import { openIndexReader, type SqliteIndexReader } from '../reader/sqlite-index-reader.ts'
import { crossing } from '../store/index-unusable.ts'
import { BadCursor } from '../store/session-store.ts'
import { told } from '../store/sqlite-failure.ts'
import { connect } from './channel.ts'
import type { ReadAnswer, ReaderCalls, ReaderNeeds } from './reader-calls.ts'

const setup = z
  .object({ dataDir: z.string(), scheduleZone: z.string(), isDemo: z.boolean() })
  .parse(workerData)
let opened: SqliteIndexReader | undefined

function reader(): SqliteIndexReader {
  if (!opened) throw new Error('the index is not open')
  return opened
}

const utf8 = new TextEncoder()

/** JSON is printed here, so that the thread that serves everybody does not have to. */
function print<T extends { dataVersion: number }>(answer: T, asOf: string | null): ReadAnswer {
  return { json: utf8.encode(JSON.stringify({ ...answer, asOf })), dataVersion: answer.dataVersion }
}

function onUnsaved(error: unknown): void {
  void main.warn.asEvent(
    { err: error },
    'what is kept to start faster could not be written; the next start takes longer',
  )
}

const calls: ReaderCalls = {
  open: async () => {
    opened = openIndexReader({ ...setup, onUnsaved })
    return opened.dataVersion
  },
  refresh: () => reader().refresh(),
  sessions: async (question, asOf) => {
    try {
      return print(await reader().sessions(question), asOf)
    } catch (error) {
      if (error instanceof BadCursor) return null
      throw error
    }
  },
  sessionNumbers: (selection) => reader().sessionNumbers(selection),
  rows: (numbers) => reader().rows(numbers),
  session: async (uid, asOf) => {
    const detail = await reader().session(uid)
    return detail && print(detail, asOf)
  },
  policies: async (query, now, asOf) => print(await reader().policies(query, now), asOf),
  overview: async (question, now, asOf) => {
    const overview = await reader().overview(question, now)
    return print({ ...overview, demo: setup.isDemo }, asOf)
  },
  standing: (now) => reader().standing(now),
  failures: async (question, now, asOf) => print(await reader().failures(question, now), asOf),
  failureGroup: async (id, question, now, asOf) => {
    const finding = await reader().failureGroup(id, question, now)
    return finding.kind === 'found'
      ? { kind: 'found', answer: print(finding.detail, asOf) }
      : finding
  },
  close: async () => {
    await opened?.close()
    opened = undefined
  },
}

/** What befalls the file of the index, such as damage found while it is read, is told in words. */
const inWords = (error: unknown) => crossing(told(dataFile(setup.dataDir, 'index'), error))

if (!parentPort) throw new Error('this module is the entry of a thread')
const main = connect<ReaderNeeds, ReaderCalls>(parentPort, calls, inWords)
