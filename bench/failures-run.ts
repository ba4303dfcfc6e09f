import { currentGrouping } from '../apps/bff/src/failures/grouping.ts'
import { namesInText } from '../apps/bff/src/failures/names-in-text.ts'
import {
  openIndexReader,
  type SqliteIndexReader,
} from '../apps/bff/src/session-index/reader/sqlite-index-reader.ts'
import { openSqliteIndexWriter } from '../apps/bff/src/session-index/store/sqlite-index-writer.ts'
import { makeDataFolder } from '../e2e/server-process.ts'
import { threadCpuMs } from './cpu-time.ts'
import { type FailureEstateSize, makeFailureEstate, type NamedText } from './failure-estate.ts'
import { failuresQuestion } from './failure-questions.ts'
import { measureRegrouping, type RegroupingMeasures } from './regrouping.ts'

/** What lists of groups took. Milliseconds of each. */
export interface ListMeasures {
  /** Asked for the first time since something had changed. */
  changedMs: readonly number[]
  /** Of another range or narrowed in another way, nothing having changed. */
  otherMs: readonly number[]
  /** What the thread used for one, on average. */
  meanCpuMs: number
}

/** Everything that the benchmark of failures measures. */
export interface FailuresMeasures {
  sessions: number
  texts: number
  groups: number
  /** By the processor time of one thread. */
  textsPerSecond: number
  /** Processor time of writing all sessions, and then the tasks of those that failed, with their grouping. */
  sessionsCpuMs: number
  tasksCpuMs: number
  lists: ListMeasures
  regrouping: RegroupingMeasures
}

const groupingRounds = 6
const changes = 40
const otherTimes = 240

/** Builds an index of this size and measures one thing after the other, within this process. */
export async function runFailuresBenchmark(size: FailureEstateSize): Promise<FailuresMeasures> {
  const now = Date.now()
  const { folder, remove } = makeDataFolder()
  try {
    const estate = makeFailureEstate(size, now)
    const textsPerSecond = measureGrouping(estate.texts)
    const writer = openSqliteIndexWriter(folder)
    const spent = { sessions: 0, others: 0 }
    for (const change of estate.changes) {
      const before = threadCpuMs()
      await writer.apply(change)
      spent[change.sessions ? 'sessions' : 'others'] += threadCpuMs() - before
    }
    const reader = openIndexReader({ dataDir: folder, scheduleZone: 'UTC' })
    const [first] = estate.changes[0]?.sessions ?? []
    const change = async (turn: number) => {
      if (first) await writer.apply({ sessions: [{ ...first, progress: turn }] })
      await reader.refresh()
    }
    const lists = await measureLists(reader, change, now)
    const { total } = await reader.failures(failuresQuestion(0, now), now)
    await writer.close()
    const regrouping = await measureRegrouping(reader, folder, now)
    await reader.close()
    return {
      sessions: estate.sessions,
      texts: estate.texts.length,
      groups: total,
      textsPerSecond,
      sessionsCpuMs: spent.sessions,
      tasksCpuMs: spent.others,
      lists,
      regrouping,
    }
  } finally {
    remove()
  }
}

function measureGrouping(texts: readonly NamedText[]): number {
  const rounds = Array.from({ length: groupingRounds }, () => {
    const before = threadCpuMs()
    for (const { text, names } of texts) currentGrouping.groupOf(text, namesInText(text, names))
    return (threadCpuMs() - before) / 1000
  })
  return texts.length / Math.min(...rounds)
}

async function measureLists(
  reader: SqliteIndexReader,
  change: (turn: number) => Promise<void>,
  now: number,
): Promise<ListMeasures> {
  let asked = 0
  let cpuMs = 0
  const ask = async () => {
    asked += 1
    const question = failuresQuestion(asked, now)
    const cpuBefore = threadCpuMs()
    const begun = performance.now()
    JSON.stringify(await reader.failures(question, now))
    const tookMs = performance.now() - begun
    cpuMs += threadCpuMs() - cpuBefore
    return tookMs
  }
  const changedMs: number[] = []
  for (let turn = 1; turn <= changes; turn += 1) {
    await change(turn)
    changedMs.push(await ask())
  }
  const otherMs: number[] = []
  for (let turn = 0; turn < otherTimes; turn += 1) otherMs.push(await ask())
  return { changedMs, otherMs, meanCpuMs: cpuMs / asked }
}
