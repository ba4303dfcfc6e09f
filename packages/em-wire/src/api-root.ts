import { findRows } from './collection.ts'
import { foldKeys } from './folded-record.ts'
import { readText } from './scalars.ts'

/** The names of the API versions (`v1_7`) in the parsed JSON of `GET /api/`, in EM's order. None: this is not the root of an Enterprise Manager. Never throws. */
export function readApiRoot(body: unknown): string[] {
  const found = findRows(foldKeys(body)?.get('supportedversions'), ['supportedversions'])
  if (found.kind === 'ambiguous') return []
  return found.rows
    .map((row) => readText(foldKeys(row)?.get('name') ?? row))
    .filter((name) => name !== null)
}
