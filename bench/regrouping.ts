import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { SqliteIndexReader } from '../apps/bff/src/session-index/reader/sqlite-index-reader.ts'
import { threadCpuMs } from './cpu-time.ts'
import { failuresQuestion, sessionsQuestion } from './failure-questions.ts'

/** What questions took of one kind of time. */
interface Cost {
  /** Milliseconds of each question, what had to be taken in anew before it included. */
  tookMs: readonly number[]
  /** Of the thread that reads, all together. */
  cpuMs: number
}

/** What reading took while the history was grouped anew, and while that rested. */
export interface RegroupingMeasures {
  alone: Cost
  beside: Cost
  /** Of the thread that groups, all together. */
  groupingCpuMs: number
}

const blockSize = 40

/**
 * Groups all texts of an index anew by another thread, and asks the reader meanwhile: by turns while the
 * other thread works and while it rests, the same kinds of questions, one after the other.
 */
export async function measureRegrouping(
  reader: SqliteIndexReader,
  dataDir: string,
  now: number,
): Promise<RegroupingMeasures> {
  const worker = new Worker(path.join(import.meta.dirname, 'regrouping-thread.ts'), {
    workerData: dataDir,
  })
  const failed = new Promise<never>((_, reject) => worker.on('error', reject))
  let left = Number.POSITIVE_INFINITY
  let groupingCpuMs = 0
  let hasCommitted = false
  worker.on('message', (told) => {
    left = told.left
    groupingCpuMs = told.cpuMs
    hasCommitted = true
  })
  let asked = 0
  const block = async (): Promise<Cost> => {
    const cpuBefore = threadCpuMs()
    const tookMs: number[] = []
    for (let question = 0; question < blockSize; question += 1) {
      await turn()
      const begun = performance.now()
      if (hasCommitted) await reader.refresh()
      hasCommitted = false
      asked += 1
      if (asked % 4 === 0) await reader.failures(failuresQuestion(asked, now), now)
      else await reader.sessions(sessionsQuestion(asked, now))
      tookMs.push(performance.now() - begun)
    }
    return { tookMs, cpuMs: threadCpuMs() - cpuBefore }
  }
  const alone: Cost[] = []
  const beside: Cost[] = []
  const byTurns = async () => {
    await block()
    while (left > 0) {
      alone.push(await block())
      worker.postMessage('go')
      beside.push(await block())
      worker.postMessage('pause')
    }
  }
  try {
    await Promise.race([failed, byTurns()])
  } finally {
    await worker.terminate()
  }
  return { alone: total(alone), beside: total(beside), groupingCpuMs }
}

function total(costs: readonly Cost[]): Cost {
  return {
    tookMs: costs.flatMap(({ tookMs }) => tookMs),
    cpuMs: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  }
}
