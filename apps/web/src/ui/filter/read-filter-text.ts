import {
  type EntityType,
  type FilterError,
  type FilterTree,
  maxFilterLength,
  parse,
  print,
  tokenize,
} from '@cdp-watch/em-filter'
import type { DisabledOperators } from './disabled-operators.ts'

export type ReadFilterText =
  | { readonly ok: true; readonly tree: FilterTree | undefined }
  | { readonly ok: false; readonly errors: readonly FilterError[] }

const disabledIn = (text: string, disabled: DisabledOperators): FilterError[] => {
  const reasons = new Map<string, string>(Object.entries(disabled))
  return tokenize(text).flatMap(({ kind, start, end }): FilterError[] => {
    const message = kind === 'operator' ? reasons.get(text.slice(start, end)) : undefined
    return message === undefined ? [] : [{ code: 'operator-not-allowed', message, start, end }]
  })
}

/**
 * Reads a filter that is to be asked where some operators are disabled, each an error at its place.
 * The canonical text quotes every value, so it can be too long where what was typed is not.
 */
export function readFilterText(
  text: string,
  type: EntityType,
  disabled: DisabledOperators,
): ReadFilterText {
  const parsed = parse(text, type)
  if (!parsed.ok) return parsed
  const errors = disabledIn(text, disabled)
  if (errors.length > 0) return { ok: false, errors }
  const { length } = print(parsed.tree)
  if (length <= maxFilterLength) return parsed
  const message = `With its values quoted the filter has ${length} characters; at most ${maxFilterLength} can be asked.`
  return { ok: false, errors: [{ code: 'too-long', message, start: 0, end: text.length }] }
}
