import { type EntityType, fieldsOf, findField } from './fields.ts'
import {
  containsNotInEm,
  excerpt,
  type FilterError,
  type FilterErrorCode,
  forbiddenCharacter,
} from './filter-error.ts'
import { type Lexeme, unquoted } from './lexeme.ts'
import { findOperator } from './operators.ts'
import { condition, type FilterCondition } from './tree.ts'
import { findForbiddenCharacter, readValue } from './value.ts'

/** Whose filter it is: the dashboard's has `~=`, EM's has not. */
export type Dialect = 'dashboard' | 'em'

export type ReadCondition =
  | { readonly ok: true; readonly condition: FilterCondition }
  | { readonly ok: false; readonly error: FilterError }

interface Source {
  readonly text: string
  readonly type: EntityType
  readonly dialect: Dialect
}

type Where = Pick<Lexeme, 'start' | 'end'>

const failed = (code: FilterErrorCode, where: Where, message: string): ReadCondition => ({
  ok: false,
  error: { code, message, start: where.start, end: where.end },
})

/** The error of a quote that is never closed. */
export function unterminatedQuote(where: Where): FilterError {
  return {
    code: 'unterminated-quote',
    message: 'This quote is never closed: end the value with ", and write a quote inside it as "".',
    start: where.start,
    end: where.end,
  }
}

const unknownField = ({ text, type }: Source, name: Lexeme): ReadCondition => {
  const written = text.slice(name.start, name.end)
  const lower = written.toLowerCase()
  const fields = fieldsOf(type)
  const meant = fields.find((field) => field.key.toLowerCase() === lower)
  const expected =
    meant === undefined
      ? `expected one of ${fields.map((field) => field.name).join(', ')}`
      : `EM calls it ${meant.name} here`
  return failed('unknown-field', name, `${type} has no field ${excerpt(written)}: ${expected}.`)
}

const notAField = ({ text }: Source, lexeme: Lexeme): ReadCondition => {
  const written = excerpt(text.slice(lexeme.start, lexeme.end))
  switch (lexeme.kind) {
    case 'unterminated':
      return { ok: false, error: unterminatedQuote(lexeme) }
    case 'other': {
      const offset = text.slice(lexeme.start, lexeme.end).search(/[^A-Za-z0-9_]/)
      const start = lexeme.start + offset
      const where = {
        start,
        end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length,
      }
      return failed(
        'unexpected-character',
        where,
        `Expected the name of a field, found ${written}.`,
      )
    }
    default:
      return failed('missing-field', lexeme, `Expected the name of a field, found ${written}.`)
  }
}

const notAValue = (
  { text }: Source,
  lexeme: Lexeme | undefined,
  operator: Lexeme,
): ReadCondition => {
  switch (lexeme?.kind) {
    case 'unterminated':
      return { ok: false, error: unterminatedQuote(lexeme) }
    case 'other': {
      const written = text.slice(lexeme.start, lexeme.end)
      const why = /[“”„‟«»'‘’]/.test(written) ? 'straight double quotes (")' : 'double quotes (")'
      const message = `Put ${excerpt(written)} in ${why}: unquoted values are letters, digits and _ only.`
      return failed('unquoted-value', lexeme, message)
    }
    default: {
      const written = excerpt(text.slice(operator.start, operator.end))
      const where = { start: operator.end, end: operator.end }
      return failed('missing-value', where, `Expected a value after ${written}.`)
    }
  }
}

/**
 * Reads one condition from the lexemes (without spaces) at `index`, where it takes three of them
 * when it is well formed.
 */
export function readCondition(
  source: Source,
  lexemes: readonly Lexeme[],
  index: number,
): ReadCondition {
  const { text, type, dialect } = source
  const [name, sign, value] = lexemes.slice(index, index + 3)
  if (name === undefined) {
    const where = { start: text.length, end: text.length }
    return failed('missing-field', where, 'Expected the name of a field.')
  }
  if (name.kind !== 'word') return notAField(source, name)
  const field = findField(type, text.slice(name.start, name.end))
  if (field === undefined) return unknownField(source, name)

  const allowed = field.operators.join(' ')
  if (sign?.kind !== 'operator') {
    const where = { start: name.end, end: name.end }
    const message = `Expected an operator after ${field.name}: one of ${allowed}.`
    return failed('missing-operator', where, message)
  }
  const written = text.slice(sign.start, sign.end)
  const operator = findOperator(written)
  if (operator === undefined) {
    const message = `There is no operator ${excerpt(written)}: ${field.name} takes ${allowed}.`
    return failed('unknown-operator', sign, message)
  }
  if (!field.operators.includes(operator)) {
    const message = `${field.name} cannot be compared with ${operator}: it takes ${allowed}.`
    return failed('operator-not-allowed', sign, message)
  }
  if (operator === '~=' && dialect === 'em') {
    return { ok: false, error: containsNotInEm(sign.start, sign.end) }
  }

  if (value?.kind !== 'word' && value?.kind !== 'quoted') return notAValue(source, value, sign)
  const forbidden = findForbiddenCharacter(text.slice(value.start, value.end))
  if (forbidden !== undefined) {
    return { ok: false, error: forbiddenCharacter(value.start + forbidden) }
  }
  const read = readValue(field, operator, unquoted(text, value))
  return read.ok
    ? { ok: true, condition: condition(field.name, operator, read.value) }
    : failed('bad-value', value, read.message)
}
