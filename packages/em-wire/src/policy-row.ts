import type { Policy } from './entities.ts'
import { backupServerOf } from './links.ts'
import { readPolicyOptions } from './policy-options.ts'
import { type EntityRow, noDefects, notATime, type RowReading } from './row-reading.ts'
import { readFlag, readText } from './scalars.ts'
import { readTime } from './time.ts'

/** Reads a CdpPolicy. */
export function readPolicyRow({ uid, fields, links }: EntityRow): RowReading<Policy> {
  const nextRun = readTime(fields.get('nextrun'))
  const entity = {
    uid,
    name: readText(fields.get('name')) ?? links.alternate?.name ?? uid,
    policyType: readText(fields.get('policytype')),
    platform: readText(fields.get('platform')),
    description: readText(fields.get('description')),
    scheduleConfigured: readFlag(fields.get('scheduleconfigured')),
    scheduleEnabled: readFlag(fields.get('scheduleenabled')),
    nextRun: nextRun.kind === 'time' ? nextRun.iso : null,
    ...readPolicyOptions(fields.get('policyscheduleoptions')),
    ...backupServerOf(links),
  }
  const defects = nextRun.kind === 'invalid' ? [notATime('NextRun', fields)] : noDefects
  return { kind: 'entity', entity, defects }
}
