import type { FilterField } from './fields.ts'
import { readTime } from './instant.ts'
import type { FilterOperator } from './operators.ts'

export type ReadValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string }

const smallest = -(2n ** 63n)
const largest = 2n ** 63n - 1n

const good = (value: string): ReadValue => ({ ok: true, value })
const bad = (message: string): ReadValue => ({ ok: false, message })

const readEnum = (field: FilterField, operator: FilterOperator, text: string): ReadValue => {
  const known = field.values ?? []
  const lower = text.toLowerCase()
  const match = known.find((value) => value.toLowerCase() === lower)
  if (match !== undefined) return good(match)
  if (text === '') return bad(`${field.name} needs one of ${known.join(', ')}, not an empty value.`)
  // EM answers values that its reference does not list (Idle, Postprocessing), so they can be asked
  // for; but they have no rank to compare by.
  if (operator === '==' || operator === '!=') return good(text)
  return bad(`${field.name} ${operator} needs one of ${known.join(', ')}, which have a rank.`)
}

/** EM's numbers are 64-bit whole ones. */
const readNumber = (field: FilterField, text: string): ReadValue => {
  const expected = `${field.name} needs a whole number of at most 64 bits, such as 1024.`
  if (!/^[+-]?\d{1,30}$/.test(text)) return bad(expected)
  const value = BigInt(text.replace('+', ''))
  return value < smallest || value > largest ? bad(expected) : good(value.toString())
}

const readBoolean = (field: FilterField, text: string): ReadValue => {
  const lower = text.toLowerCase()
  return lower === 'true' || lower === 'false'
    ? good(lower)
    : bad(`${field.name} needs true or false.`)
}

/**
 * Checks the value of a condition and gives it in the form EM takes: enum values and booleans in
 * EM's case, times in UTC with `Z`, whole numbers without leading zeros; texts and uids unchanged.
 * The message is one sentence that says what was expected.
 */
export function readValue(field: FilterField, operator: FilterOperator, text: string): ReadValue {
  switch (field.kind) {
    case 'uid':
    case 'text':
      return good(text)
    case 'time': {
      const time = readTime(text)
      return time === undefined
        ? bad(
            `${field.name} needs a date or a UTC time, such as 2026-06-15 or 2026-06-15T06:00:00Z.`,
          )
        : good(time.canonical)
    }
    case 'enum':
      return readEnum(field, operator, text)
    case 'number':
      return readNumber(field, text)
    case 'boolean':
      return readBoolean(field, text)
  }
}

/**
 * Offset in UTF-16 units of the first character that no value may hold: NUL, or half of a surrogate
 * pair, which cannot be percent-encoded. Undefined when there is none.
 */
export function findForbiddenCharacter(text: string): number | undefined {
  const nul = text.indexOf('\0')
  if (text.isWellFormed()) return nul === -1 ? undefined : nul
  const lone = text.search(/\p{Surrogate}/u)
  return nul === -1 ? lone : Math.min(nul, lone)
}
