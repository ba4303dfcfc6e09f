import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { AppError } from '../../errors.ts'
import { Collector } from '../collector/collector.ts'
import type { CollectorLog, WatchWork } from '../collector/collector-needs.ts'
import { IndexUnusable } from '../store/index-unusable.ts'
import { openSqliteIndexWriter } from '../store/sqlite-index-writer.ts'
import { connect } from './channel.ts'
import type { CollectorCalls, CollectorSetup, MainCalls, Opening } from './collector-calls.ts'
import { HeapTrim } from './heap-trim.ts'

const setup: CollectorSetup = z
  .object({
    dataDir: z.string(),
    pageSize: z.number(),
    pollSeconds: z.number(),
    historyDays: z.number(),
    retentionDays: z.number(),
  })
  .parse(workerData)

let writer: ReturnType<typeof openSqliteIndexWriter> | undefined
let collector: Collector | undefined
let emOffsetMs = 0
const utf8 = new TextDecoder()

async function ask(path: string): Promise<string> {
  const answer = await main.ask(path)
  emOffsetMs = answer.emOffsetMs
  if (answer.ok) return utf8.decode(answer.bytes)
  const { code, message, retryAfterSeconds } = answer
  throw new AppError(code, message, retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
}

const write = (level: keyof CollectorLog) => (details: object, message: string) =>
  void main.log.asEvent(level, details, message)

function open(): Opening {
  try {
    writer = openSqliteIndexWriter(setup.dataDir)
    return { ok: true }
  } catch (error) {
    if (error instanceof IndexUnusable) return { ok: false, message: error.message }
    throw error
  }
}

/** Counting tables means a walk over all of them: at most so often, and for a thousandth of the time. */
const countEveryMs = 60_000
const restPerCount = 1000
let countAt = Number.NEGATIVE_INFINITY

const heap = new HeapTrim()
const worked: WatchWork = (work, outcome, seconds) => {
  void main.worked.asEvent(work, outcome, seconds)
  heap.trim('busy')
  const begun = performance.now()
  if (!writer || outcome === 'failed' || begun < countAt) return
  void main.counted.asEvent(writer.rowCounts())
  const ended = performance.now()
  countAt = ended + Math.max(countEveryMs, restPerCount * (ended - begun))
}

function start(): void {
  if (!writer) throw new Error('the index is not open')
  const needs = {
    ask,
    now: Date.now,
    emOffsetMs: () => emOffsetMs,
    worked,
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    resting: () => heap.trim('idle'),
    publish: (status: Parameters<MainCalls['publish']>[0]) => void main.publish.asEvent(status),
  }
  collector = new Collector(writer, needs, setup)
  collector.start()
}

const calls: CollectorCalls = {
  open: async () => open(),
  start,
  stop: async () => {
    await collector?.stop()
    await writer?.close().catch((error: unknown) => {
      // What was committed stays in the log beside the database, where the next start finds it.
      write('warn')({ err: error }, 'the index could not be tidied up at the end')
    })
  },
}

if (!parentPort) throw new Error('this module is the entry of a thread')
const main = connect<MainCalls, CollectorCalls>(parentPort, calls)
