import type { EntityType } from './fields.ts'
import {
  containsNotInEm,
  type FilterError,
  forbiddenCharacter,
  maxFilterLength,
  tooLong,
} from './filter-error.ts'
import { parseDialect } from './parse.ts'
import { type FilterCondition, type FilterTree, normalize } from './tree.ts'
import { findForbiddenCharacter } from './value.ts'

const signs = { and: ';', or: ',' } as const

interface Piece {
  readonly text: string
  /** What EM cannot take in `text`, at its offset there. */
  readonly error: FilterError | undefined
}

const conditionPiece = ({ field, operator, value }: FilterCondition): Piece => {
  const text = `${field}${operator}"${value.replaceAll('"', '""')}"`
  const signEnd = field.length + operator.length
  if (operator === '~=') return { text, error: containsNotInEm(field.length, signEnd) }
  const forbidden = findForbiddenCharacter(text)
  return { text, error: forbidden === undefined ? undefined : forbiddenCharacter(forbidden) }
}

/**
 * Groups inside groups always get parentheses, also where `;` would bind tighter anyway: the
 * vendor's reference writes them so and does not say which of the two binds tighter in EM.
 */
const pieceOf = (tree: FilterTree): Piece => {
  if (tree.kind === 'condition') return conditionPiece(tree)
  let text = ''
  let error: FilterError | undefined
  for (const child of tree.children) {
    if (text !== '') text += signs[tree.kind]
    const piece = pieceOf(child)
    const open = child.kind === 'condition' ? '' : '('
    const start = text.length + open.length
    if (error === undefined && piece.error !== undefined) {
      error = { ...piece.error, start: start + piece.error.start, end: start + piece.error.end }
    }
    text += open + piece.text + (open === '' ? '' : ')')
  }
  return { text, error }
}

/**
 * The canonical text of a filter in the dashboard's language; '' for none. Every value is quoted.
 * `parse` gives the same tree back when its values are in the form of `readValue` and its text
 * within the limits. Throws a RangeError for an empty group.
 */
export function print(tree: FilterTree | undefined): string {
  return tree === undefined ? '' : pieceOf(normalize(tree)).text
}

export type PrintedForEm =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: FilterError }

/**
 * The text of a filter as EM takes it, not yet percent-encoded; '' for none. What EM cannot take
 * (`~=`, characters that cannot be encoded, too long a text) is an error whose offsets are those of
 * `print(tree)`. Throws a RangeError for an empty group.
 */
export function printForEm(tree: FilterTree | undefined): PrintedForEm {
  if (tree === undefined) return { ok: true, text: '' }
  const { text, error } = pieceOf(normalize(tree))
  if (error !== undefined) return { ok: false, error }
  if (text.length > maxFilterLength) return { ok: false, error: tooLong(text.length) }
  return { ok: true, text }
}

export type ParsedForEm =
  | { readonly ok: true; readonly tree: FilterTree | undefined; readonly text: string }
  | { readonly ok: false; readonly errors: readonly FilterError[] }

/**
 * Parses a filter that is meant for EM and prints it anew: `text` is what EM takes, '' for an empty
 * filter. `~=` is an error at its place in the text that was given.
 */
export function parseForEm(text: string, type: EntityType): ParsedForEm {
  const parsed = parseDialect(text, type, 'em')
  if (!parsed.ok) return parsed
  const printed = printForEm(parsed.tree)
  return printed.ok
    ? { ok: true, tree: parsed.tree, text: printed.text }
    : { ok: false, errors: [printed.error] }
}

/**
 * A text as one part of a URL: %20 for a space, and `! ' ( ) *` encoded too, which
 * encodeURIComponent leaves. Throws a URIError for half a surrogate pair; what `parse` and
 * `printForEm` let through has none.
 */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
