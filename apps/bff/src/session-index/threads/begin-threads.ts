import { Worker } from 'node:worker_threads'
import type { Config } from '../../config.ts'
import type { CollectorSetup } from './collector-calls.ts'
import type { ReaderSetup } from './reader-calls.ts'

/** What of the configuration the threads go by. */
export type ThreadsConfig = Pick<
  Config,
  'dataDir' | 'scheduleZone' | 'pageSize' | 'pollSeconds' | 'historyDays' | 'retentionDays'
>

/** The index's threads, begun: they load their modules, and wait to be called. */
export interface IndexThreads {
  readonly collector: Worker
  readonly reader: Worker
}

/** Far more than either thread holds at a time; without a limit V8 lets garbage of hundreds of megabytes lie. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 }

/** Begins both. `isDemo`: whether EM is simulated. */
export function beginThreads(config: ThreadsConfig, isDemo: boolean): IndexThreads {
  return { collector: beginCollector(config), reader: beginReader(config, isDemo) }
}

export function beginCollector(config: ThreadsConfig): Worker {
  const { dataDir, pageSize, pollSeconds, historyDays, retentionDays } = config
  const setup: CollectorSetup = { dataDir, pageSize, pollSeconds, historyDays, retentionDays }
  return begin('collector', setup)
}

export function beginReader({ dataDir, scheduleZone }: ThreadsConfig, isDemo: boolean): Worker {
  const setup: ReaderSetup = { dataDir, scheduleZone, isDemo }
  return begin('reader', setup)
}

function begin(name: 'collector' | 'reader', setup: CollectorSetup | ReaderSetup): Worker {
  const entry = new URL(`./${name}-thread.ts`, import.meta.url)
  return new Worker(entry, { name, workerData: setup, resourceLimits })
}
