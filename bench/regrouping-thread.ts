import { parentPort, workerData } from 'node:worker_threads'
import { currentGrouping, type Grouping } from '../apps/bff/src/failures/grouping.ts'
import { pauseAfterRegrouping } from '../apps/bff/src/session-index/collector/regrouping.ts'
import { openSqliteIndexWriter } from '../apps/bff/src/session-index/store/sqlite-index-writer.ts'
import { threadCpuMs } from './cpu-time.ts'

/** As the collector's thread does it: so many texts a step, and a pause after each. */
const textsAStep = 500

const version = currentGrouping.version + 1

/** The same groups under other ids, so that every text has to be grouped anew and moves. */
const next: Grouping = {
  version,
  groupOf: (text, names) => {
    const { id, template } = currentGrouping.groupOf(text, names)
    return { id: id.replace(/^\d+/, String(version)), template }
  },
}

const writer = openSqliteIndexWriter(String(workerData), undefined, next)
let timer: NodeJS.Timeout | undefined

async function step(): Promise<void> {
  const begun = performance.now()
  const left = await writer.regroup(textsAStep)
  parentPort?.postMessage({ left, cpuMs: threadCpuMs() })
  timer = left > 0 ? setTimeout(step, pauseAfterRegrouping(performance.now() - begun)) : undefined
}

parentPort?.on('message', (told) => {
  clearTimeout(timer)
  if (told === 'go') timer = setTimeout(step)
})
