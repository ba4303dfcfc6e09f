import type { Policy, RpoReporting } from './entities.ts'
import { type FoldedRecord, foldKeys } from './folded-record.ts'
import { readRpoSchedule } from './rpo-schedule.ts'
import { readAmount, readFlag, readText } from './scalars.ts'

type PolicyOptions = Pick<Policy, 'rpoSeconds' | 'rpoSchedule' | 'rpoReporting'>

const optionKeys = [
  'recoverypointobjectiveseconds',
  'recoverypointobjectiveminutes',
  'rposeconds',
  'rpominutes',
  'rpo',
  'rposchedule',
  'rporeporting',
]

/**
 * Reads a policy's `PolicyScheduleOptions`. The vendor's reference has them within one element more,
 * named for the kind of policy (`CdpReplica`); no answer with them has been recorded, so the shapes
 * near to it are read too. What is not understood is null, never a guess.
 */
export function readPolicyOptions(value: unknown): PolicyOptions {
  const options = findOptions(value)
  if (options === null) return { rpoSeconds: null, rpoSchedule: null, rpoReporting: null }
  return {
    rpoSeconds: readRpo(options),
    rpoSchedule: readRpoSchedule(options.get('rposchedule')),
    rpoReporting: readReporting(options.get('rporeporting')),
  }
}

function findOptions(value: unknown): FoldedRecord | null {
  const outer = foldKeys(value)
  if (outer === null) return null
  return [outer, ...[...outer.values()].map(foldKeys)].find(hasOptions) ?? null
}

function hasOptions(record: FoldedRecord | null): boolean {
  return record !== null && optionKeys.some((key) => record.has(key))
}

const unitSeconds = new Map([
  ['second', 1],
  ['seconds', 1],
  ['minute', 60],
  ['minutes', 60],
])

function readRpo(options: FoldedRecord): number | null {
  const unit = readText(options.get('rpounit'))?.toLowerCase() ?? 'seconds'
  const seconds =
    readDuration(options, 'recoverypointobjective') ??
    readDuration(options, 'rpo') ??
    (readAmount(options.get('rpo')) ?? 0) * (unitSeconds.get(unit) ?? 0)
  // An RPO of 0 does not exist (2 s is the least): it is the default of a value that is not set.
  return seconds || null
}

/** Of `…Seconds` and `…Minutes` EM sends both, the one that is not used as 0. */
function readDuration(record: FoldedRecord, name: string): number | null {
  const seconds = readAmount(record.get(`${name}seconds`))
  const minutes = readAmount(record.get(`${name}minutes`))
  return seconds === null && minutes === null ? null : (seconds ?? 0) + (minutes ?? 0) * 60
}

function readReporting(value: unknown): RpoReporting | null {
  const reporting = foldKeys(value)
  if (reporting === null) return null
  const off = readFlag(reporting.get('enabled')) === false
  return {
    warningAfterSeconds: off ? null : readThreshold(reporting.get('markaswarning')),
    failedAfterSeconds: off ? null : readThreshold(reporting.get('markasfailed')),
  }
}

function readThreshold(value: unknown): number | null {
  const threshold = foldKeys(value)
  if (threshold === null || readFlag(threshold.get('enabled')) === false) return null
  return readDuration(threshold, 'rpothreshold') ?? readDuration(threshold, 'threshold')
}
