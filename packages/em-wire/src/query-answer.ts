import { readBackupServerRow } from './backup-server-row.ts'
import { findRows } from './collection.ts'
import type { EntityOf, EntityTypeName } from './entities.ts'
import { foldKeys } from './folded-record.ts'
import { readLinks } from './links.ts'
import { readPolicyRow } from './policy-row.ts'
import type { EntityRow, RowProblem, RowReading } from './row-reading.ts'
import { readAmount, readText } from './scalars.ts'
import { readSessionRow } from './session-row.ts'
import { readTaskRow } from './task-row.ts'

/** Where a page stands, as EM says it: `count` is its number of pages. EM gives no total of rows. */
export interface Page {
  readonly number: number
  readonly size: number
  readonly count: number
}

/** `page` is null where EM does not page the answer. A problem never takes other rows with it. */
export interface QueryAnswer<T extends EntityTypeName> {
  readonly items: EntityOf<T>[]
  readonly page: Page | null
  readonly problems: RowProblem[]
}

type RowReaders = {
  readonly [T in EntityTypeName]: (row: EntityRow) => RowReading<EntityOf<T>>
}
const rowReaders: RowReaders = {
  CdpReplicaSession: readSessionRow,
  CdpReplicaTaskSession: readTaskRow,
  CdpPolicy: readPolicyRow,
  BackupServer: readBackupServerRow,
}

/** Keys a collection may have, lower-cased. EM's XML calls the rows of CdpReplicaSessions `CdpPolicySession`. */
const collectionNames: { readonly [T in EntityTypeName]: readonly string[] } = {
  CdpReplicaSession: ['cdpreplicasessions', 'cdppolicysessions', 'cdppolicysession'],
  CdpReplicaTaskSession: ['cdpreplicatasksessions', 'cdppolicytasksessions'],
  CdpPolicy: ['cdppolicies', 'cdppolicy'],
  BackupServer: ['backupservers', 'backupserver'],
}

/**
 * Reads the parsed JSON of `/api/query` or of a collection resource, in any case of keys and any
 * shape (see `findRows`). Never throws. A row without UID, a session or task without creation time
 * and a value that is no object are left out and told in `problems`.
 */
export function readQueryAnswer<T extends EntityTypeName>(type: T, body: unknown): QueryAnswer<T> {
  const items: EntityOf<T>[] = []
  const problems: RowProblem[] = []
  const page = readPage(body)
  const found = findRows(body, collectionNames[type])
  if (found.kind === 'ambiguous') {
    const message = `several collections, none named for ${type}: ${found.names}`
    return { items, page, problems: [{ index: 0, uid: null, message, row: 'left-out' }] }
  }
  const readEntity = rowReaders[type]
  for (const [index, value] of found.rows.entries()) {
    const row = readRow(type, value)
    const uid = row.kind === 'row' ? row.uid : null
    const reading = row.kind === 'row' ? readEntity(row) : row
    if (reading.kind === 'unreadable') {
      problems.push({ index, uid, message: reading.message, row: 'left-out' })
      continue
    }
    items.push(reading.entity)
    for (const message of reading.defects) problems.push({ index, uid, message, row: 'kept' })
  }
  return { items, page, problems }
}

type RowFrame = (EntityRow & { readonly kind: 'row' }) | { kind: 'unreadable'; message: string }

function readRow(type: EntityTypeName, value: unknown): RowFrame {
  const fields = foldKeys(value)
  if (fields === null) return { kind: 'unreadable', message: 'not an object' }
  if (readText(fields.get('type'))?.endsWith('Reference') === true) {
    return {
      kind: 'unreadable',
      message: 'a reference, not an entity: asked without format=Entities',
    }
  }
  const links = readLinks(fields.get('links'))
  // Not from the row's own Href: that of a task names another resource (`/api/replicaTaskSessions/…`).
  const uid = readText(fields.get('uid')) ?? uidOfId(type, links.alternate?.id ?? null)
  if (uid === null) return { kind: 'unreadable', message: 'no UID' }
  return { kind: 'row', uid, fields, links }
}

function uidOfId(type: EntityTypeName, id: string | null): string | null {
  return id === null ? null : `urn:veeam:${type}:${id}`
}

function readPage(body: unknown): Page | null {
  const paging = foldKeys(foldKeys(body)?.get('paginginfo'))
  const number = readAmount(paging?.get('pagenum'))
  const size = readAmount(paging?.get('pagesize'))
  const count = readAmount(paging?.get('pagescount'))
  if (number === null || size === null || count === null) return null
  const areWhole = [number, size, count].every(Number.isSafeInteger)
  return areWhole ? { number, size, count } : null
}
