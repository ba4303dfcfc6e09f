import { type FoldedRecord, foldKeys } from './folded-record.ts'

/** The rows of a collection; or the names of several collections, as text, of which none is the one looked for. */
export type Collection =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | { readonly kind: 'ambiguous'; readonly names: string }

const none: Collection = { kind: 'rows', rows: [] }
/** Envelope, `Entities`, group, element: no answer of EM is deeper. */
const deepestNesting = 4
const longestNames = 200
/** What an envelope or a collection has beside its rows. */
const frameKeys = new Set([
  'entities',
  'refs',
  'resources',
  'paginginfo',
  'links',
  'href',
  'type',
  'name',
  'uid',
])

/**
 * Finds the rows in any shape EM gives a collection: the answer of a query with its `Entities`, a
 * collection resource with one level less, a bare array, a single entity, null or nothing. `names`
 * are the collection's possible keys, lower-cased; EM's name for the CDP ones is not recorded, so
 * where none is there the only array that holds something is taken. A value without any collection
 * is given as a row, so that whoever reads the rows reports it.
 */
export function findRows(value: unknown, names: readonly string[], nesting = 0): Collection {
  if (value === null || value === undefined) return none
  if (Array.isArray(value)) return { kind: 'rows', rows: value }
  const record = foldKeys(value)
  if (record === null || isEntity(record) || nesting === deepestNesting) return single(value)
  const inner = innerCollection(record, names)
  if (inner !== null) return findRows(inner, names, nesting + 1)
  const others: { name: string; collection: Collection }[] = []
  for (const [name, candidate] of record) {
    if (frameKeys.has(name) || typeof candidate !== 'object' || candidate === null) continue
    const collection = findRows(candidate, names, nesting + 1)
    if (collection.kind === 'ambiguous' || collection.rows.length > 0) {
      others.push({ name, collection })
    }
  }
  if (others.length > 1) {
    const found = others.map(({ name }) => name).join(', ')
    return { kind: 'ambiguous', names: found.slice(0, longestNames) }
  }
  return others[0]?.collection ?? (isFrame(record) ? none : single(value))
}

function single(value: unknown): Collection {
  return { kind: 'rows', rows: [value] }
}

function innerCollection(record: FoldedRecord, names: readonly string[]): unknown {
  const keys = ['entities', 'refs', 'resources', ...names]
  return keys.map((key) => record.get(key)).find((inner) => inner != null) ?? null
}

function isEntity(record: FoldedRecord): boolean {
  return record.get('uid') != null || record.get('creationtimeutc') != null
}

/** Whether nothing but frame and emptiness is there: an answer without rows. */
function isFrame(record: FoldedRecord): boolean {
  for (const [name, value] of record) {
    const isScalar = typeof value !== 'object' && value !== undefined
    if (isScalar && !frameKeys.has(name)) return false
  }
  return true
}
