import type { Task } from './entities.ts'
import { noResult, unknownState } from './known-values.ts'
import { backupServerOf, nameAbove, uidAbove } from './links.ts'
import { beforeTime, type EntityRow, type RowReading, readTimes } from './row-reading.ts'
import { readAmount, readText } from './scalars.ts'

/** Reads a CdpReplicaTaskSession; unreadable without a creation time. */
export function readTaskRow({ uid, fields, links }: EntityRow): RowReading<Task> {
  const times = readTimes(fields)
  if (times.kind === 'unreadable') return times
  const name = readText(fields.get('name')) ?? links.alternate?.name ?? uid
  const entity = {
    uid,
    name,
    vmDisplayName: readText(fields.get('vmdisplayname')) ?? beforeTime(name),
    policySessionUid:
      readText(fields.get('policysessionuid')) ?? uidAbove(links, 'CdpReplicaSession'),
    policySessionName:
      readText(fields.get('policysessionname')) ?? nameAbove(links, 'CdpReplicaSession'),
    creationTimeUTC: times.creationTimeUTC,
    endTimeUTC: times.endTimeUTC,
    state: readText(fields.get('state')) ?? unknownState,
    result: readText(fields.get('result')) ?? noResult,
    reason: readText(fields.get('reason')),
    totalSize: readAmount(fields.get('totalsize')),
    ...backupServerOf(links),
  }
  return { kind: 'entity', entity, defects: times.defects }
}
