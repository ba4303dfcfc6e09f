import type { EntityType } from './fields.ts'
import { excerpt, type FilterError, maxFilterLength, tooLong } from './filter-error.ts'
import { Grouping } from './grouping.ts'
import { type Lexeme, lexemesOf } from './lexeme.ts'
import { type Dialect, readCondition, unterminatedQuote } from './read-condition.ts'
import type { FilterTree } from './tree.ts'

export type Parsed =
  /** `tree` is normalized, or undefined when the text is empty. */
  | { readonly ok: true; readonly tree: FilterTree | undefined }
  /** At least one error, in the order of the text. */
  | { readonly ok: false; readonly errors: readonly FilterError[] }

/** One error often causes others; more than a few help nobody. */
const maxErrors = 10

/** What was read at one place, and where and with what to go on. */
interface Step {
  readonly index: number
  readonly expected: 'condition' | 'connective'
  readonly error?: FilterError | undefined
}

/** Index of the `;`, `,` or `)` that ends the condition which holds `from`. */
const endOfCondition = (lexemes: readonly Lexeme[], from: number): number => {
  let depth = 0
  for (let index = from; index < lexemes.length; index += 1) {
    const kind = lexemes[index]?.kind
    if (kind === 'open') depth += 1
    else if (depth === 0 && (kind === 'and' || kind === 'or' || kind === 'close')) return index
    else if (kind === 'close') depth -= 1
  }
  return lexemes.length
}

const missingCondition = (offset: number, before: string): FilterError => ({
  code: 'missing-condition',
  message: `Expected a condition (field, operator, value) ${before}.`,
  start: offset,
  end: offset,
})

const missingConnective = (text: string, last: Lexeme | undefined, at: Lexeme): FilterError => {
  if (at.kind === 'unterminated') return unterminatedQuote(at)
  const { start, end } = at
  const hint =
    last?.kind === 'word' && at.kind !== 'open'
      ? ', or double quotes (") around a value that is more than letters, digits and _'
      : ''
  const message = `Expected ; (and) or , (or) before ${excerpt(text.slice(start, end))}${hint}.`
  return { code: 'missing-connective', message, start, end }
}

/** `parse` for a dialect: in EM's own, `~=` is an error at its place. */
export function parseDialect(text: string, type: EntityType, dialect: Dialect): Parsed {
  if (text.length > maxFilterLength) return { ok: false, errors: [tooLong(text.length)] }
  const lexemes = lexemesOf(text).filter((lexeme) => lexeme.kind !== 'space')
  const source = { text, type, dialect }
  const grouping = new Grouping()

  const errorOfEarlyClose = (index: number, at: Lexeme): FilterError | undefined => {
    const last = lexemes[index - 1]
    if (last?.kind === 'open') {
      const message = 'These parentheses are empty: put a condition inside, or remove them.'
      return { code: 'empty-group', message, start: last.start, end: at.end }
    }
    return grouping.isInside ? missingCondition(at.start, 'before “)”') : undefined
  }

  const readAtCondition = (index: number, at: Lexeme): Step => {
    const next = index + 1
    switch (at.kind) {
      case 'open':
        return { index: next, expected: 'condition', error: grouping.open(at) }
      case 'close': {
        const early = errorOfEarlyClose(index, at)
        const unopened = grouping.close(at)
        return { index: next, expected: 'connective', error: early ?? unopened }
      }
      case 'and':
      case 'or': {
        const before = `before “${text.slice(at.start, at.end)}”`
        return { index: next, expected: 'condition', error: missingCondition(at.start, before) }
      }
      default: {
        const read = readCondition(source, lexemes, index)
        if (!read.ok) {
          const end = endOfCondition(lexemes, index)
          return { index: end, expected: 'connective', error: read.error }
        }
        grouping.add(read.condition)
        return { index: index + 3, expected: 'connective' }
      }
    }
  }

  const readAtConnective = (index: number, at: Lexeme): Step => {
    switch (at.kind) {
      case 'or':
        grouping.endAlternative()
        return { index: index + 1, expected: 'condition' }
      case 'and':
        return { index: index + 1, expected: 'condition' }
      case 'close':
        return { index: index + 1, expected: 'connective', error: grouping.close(at) }
      default: {
        const error = missingConnective(text, lexemes[index - 1], at)
        return { index: endOfCondition(lexemes, index), expected: 'connective', error }
      }
    }
  }

  const errors: FilterError[] = []
  let step: Step = { index: 0, expected: 'condition' }
  for (let at = lexemes[0]; at !== undefined; at = lexemes[step.index]) {
    step =
      step.expected === 'condition'
        ? readAtCondition(step.index, at)
        : readAtConnective(step.index, at)
    if (step.error !== undefined) errors.push(step.error)
    if (errors.length === maxErrors || step.error?.code === 'too-deep') return { ok: false, errors }
  }

  const last = lexemes.at(-1)
  if (last !== undefined && last.kind !== 'open' && step.expected === 'condition') {
    errors.push(missingCondition(last.end, `after “${text.slice(last.start, last.end)}”`))
  }
  errors.push(...grouping.unclosed())
  if (errors.length === 0) return { ok: true, tree: grouping.end() }
  return { ok: false, errors: errors.sort((a, b) => a.start - b.start).slice(0, maxErrors) }
}

/**
 * Reads a filter: conditions `field operator value` joined by `;` (and) and `,` (or), grouped by
 * parentheses. `;` binds tighter than `,`: `a,b;c` is `a,(b;c)`. Spaces outside quotes mean nothing.
 * Names and enum values are taken in any case and given in EM's. Unquoted values are [A-Za-z0-9_]+;
 * in a quoted one a quote is doubled. Never throws, and takes time linear in the text.
 */
export function parse(text: string, type: EntityType): Parsed {
  return parseDialect(text, type, 'dashboard')
}
