import type { Session } from './entities.ts'
import { noResult, unknownState } from './known-values.ts'
import { backupServerOf, nameAbove, uidAbove } from './links.ts'
import { beforeTime, type EntityRow, type RowReading, readTimes } from './row-reading.ts'
import { readFlag, readNumber, readText } from './scalars.ts'

/** Reads a CdpReplicaSession; unreadable without a creation time. */
export function readSessionRow({ uid, fields, links }: EntityRow): RowReading<Session> {
  const times = readTimes(fields)
  if (times.kind === 'unreadable') return times
  const name = readText(fields.get('name')) ?? links.alternate?.name ?? uid
  const entity = {
    uid,
    name,
    policyUid: readText(fields.get('policyuid')) ?? uidAbove(links, 'CdpPolicy'),
    policyName:
      readText(fields.get('policyname')) ?? nameAbove(links, 'CdpPolicy') ?? beforeTime(name),
    policyType: readText(fields.get('policytype')),
    creationTimeUTC: times.creationTimeUTC,
    endTimeUTC: times.endTimeUTC,
    state: readText(fields.get('state')) ?? unknownState,
    result: readText(fields.get('result')) ?? noResult,
    progress: readNumber(fields.get('progress')) ?? 0,
    failureMessage: readText(fields.get('failuremessage')),
    isRetry: readFlag(fields.get('isretry')) ?? false,
    ...backupServerOf(links),
  }
  return { kind: 'entity', entity, defects: times.defects }
}
