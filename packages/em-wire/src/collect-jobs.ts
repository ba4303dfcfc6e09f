import { findRows } from './collection.ts'
import type { CollectJob } from './entities.ts'
import { type FoldedRecord, foldKeys } from './folded-record.ts'
import { unknownState } from './known-values.ts'
import { type RowProblem, type RowReading, readTimes } from './row-reading.ts'
import { readText } from './scalars.ts'

/** Keys the collection may have, lower-cased. EM's XML calls the rows of SystemSessions `Sessions`. */
const collectionNames = ['systemsessions', 'systemsession', 'sessions']

/**
 * Reads the parsed JSON of `/api/systemSessions?format=Entity`: the runs of EM's own collection, in
 * EM's order. Sessions of other types are passed over. Never throws.
 */
export function readCollectJobs(body: unknown): { items: CollectJob[]; problems: RowProblem[] } {
  const items: CollectJob[] = []
  const problems: RowProblem[] = []
  const found = findRows(body, collectionNames)
  if (found.kind === 'ambiguous') {
    const message = `several collections, none of system sessions: ${found.names}`
    return { items, problems: [{ index: 0, uid: null, message, row: 'left-out' }] }
  }
  for (const [index, value] of found.rows.entries()) {
    const fields = foldKeys(value)
    if (fields !== null && isOfOtherType(fields)) continue
    const uid = readText(fields?.get('uid'))
    const reading = readRow(uid, fields)
    if (reading.kind === 'unreadable') {
      problems.push({ index, uid, message: reading.message, row: 'left-out' })
      continue
    }
    items.push(reading.entity)
    for (const message of reading.defects) problems.push({ index, uid, message, row: 'kept' })
  }
  return { items, problems }
}

function isOfOtherType(fields: FoldedRecord): boolean {
  const sessionType = readText(fields.get('sessiontype'))
  return sessionType !== null && sessionType.toLowerCase() !== 'collectjob'
}

function readRow(uid: string | null, fields: FoldedRecord | null): RowReading<CollectJob> {
  if (fields === null) return { kind: 'unreadable', message: 'not an object' }
  if (readText(fields.get('sessiontype')) === null) {
    return { kind: 'unreadable', message: 'no SessionType' }
  }
  const times = readTimes(fields)
  if (times.kind === 'unreadable') return times
  const outcome = foldKeys(fields.get('result'))
  const entity = {
    uid,
    creationTimeUTC: times.creationTimeUTC,
    endTimeUTC: times.endTimeUTC,
    state: readText(fields.get('state')) ?? unknownState,
    result: readText(outcome === null ? fields.get('result') : outcome.get('result')),
    message: readText(outcome?.get('message')),
  }
  return { kind: 'entity', entity, defects: times.defects }
}
