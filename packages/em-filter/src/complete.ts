import { type EntityType, type FilterField, fieldsOf, findField } from './fields.ts'
import { operatorLabels } from './operators.ts'
import { type Expectation, type RoledLexeme, rolesOf } from './tokenize.ts'

export interface CompletionOption {
  readonly label: string
  /** What replaces the text from `from` to `to`. */
  readonly insert: string
  readonly detail: string
  readonly kind: 'field' | 'operator' | 'value' | 'connective'
}

export interface Completion {
  /** UTF-16 offsets of the text to replace; equal where nothing is begun. */
  readonly from: number
  readonly to: number
  readonly options: readonly CompletionOption[]
}

/** The condition under the cursor, as far as it is written. */
interface Context {
  readonly field: FilterField | undefined
  readonly depth: number
}

const following = { field: 'operator', operator: 'value', value: 'connective' } as const

const connective = (label: string, detail: string): CompletionOption => ({
  label,
  insert: label,
  detail,
  kind: 'connective',
})

const fieldOptions = (type: EntityType): CompletionOption[] => [
  ...fieldsOf(type).map(
    ({ name, label }): CompletionOption => ({
      label: name,
      insert: name,
      detail: label,
      kind: 'field',
    }),
  ),
  connective('(', 'group'),
]

const operatorOptions = ({ operators, kind }: FilterField): CompletionOption[] =>
  operators.map((operator) => ({
    label: operator,
    insert: operator,
    detail: operatorLabels[kind][operator] ?? '',
    kind: 'operator',
  }))

const valueOptions = ({ kind, label, values }: FilterField): CompletionOption[] =>
  (kind === 'boolean' ? ['true', 'false'] : (values ?? [])).map((value) => ({
    label: value,
    insert: `"${value}"`,
    detail: label,
    kind: 'value',
  }))

const optionsOf = (expected: Expectation, type: EntityType, { field, depth }: Context) => {
  switch (expected) {
    case 'field':
      return fieldOptions(type)
    case 'operator':
      return field === undefined ? [] : operatorOptions(field)
    case 'value':
      return field === undefined ? [] : valueOptions(field)
    case 'connective': {
      const both = [connective(';', 'and'), connective(',', 'or')]
      return depth > 0 ? [...both, connective(')', 'end of group')] : both
    }
  }
}

/** How well an option fits what is typed, 0 best; undefined when not at all. */
const fit = ({ label, detail, kind }: CompletionOption, typed: string): number | undefined => {
  const texts = (kind === 'value' ? [label] : [label, detail]).map((text) => text.toLowerCase())
  const begins = texts.findIndex((text) => text.startsWith(typed))
  if (begins !== -1) return begins
  return texts.some((text) => text.includes(typed)) ? texts.length : undefined
}

const fitting = (options: readonly CompletionOption[], typed: string): CompletionOption[] =>
  options
    .flatMap((option) => {
      const rank = fit(option, typed)
      return rank === undefined ? [] : [{ option, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option)

/** The lexeme that is being typed: a quoted value is finished when the cursor is behind its quote. */
const isTyped = ({ lexeme }: RoledLexeme, cursor: number): boolean => {
  if (lexeme.start >= cursor || cursor > lexeme.end) return false
  switch (lexeme.kind) {
    case 'word':
    case 'other':
    case 'operator':
    case 'unterminated':
      return true
    case 'quoted':
      return cursor < lexeme.end
    default:
      return false
  }
}

const contextOf = (text: string, type: EntityType, left: readonly RoledLexeme[]): Context => {
  const name = left.findLast(({ role }) => role === 'field')?.lexeme
  return {
    field: name && findField(type, text.slice(name.start, name.end)),
    depth: left.at(-1)?.depth ?? 0,
  }
}

/**
 * Where the value that is being typed ends. Not at the end of its lexeme: behind a quote that was
 * only just opened, the lexeme runs on into the next condition.
 */
const endOfValue = (text: string, cursor: number): number =>
  cursor + (/^[A-Za-z0-9_]*"?/.exec(text.slice(cursor))?.[0].length ?? 0)

/**
 * What can be typed at `cursor` (UTF-16 offset) of a text that may be unfinished: fields by name or
 * label, the operators of the field, the values of enums and booleans, connectives. A word that is
 * complete is followed by what comes next.
 */
export function complete(text: string, cursor: number, type: EntityType): Completion {
  const at = Math.min(Math.max(cursor, 0), text.length)
  const roles = rolesOf(text)
  const index = roles.findIndex((roled) => isTyped(roled, at))
  const typed = roles[index]
  if (typed === undefined) {
    const left = roles.filter(({ lexeme }) => lexeme.end <= at)
    const options = optionsOf(left.at(-1)?.after ?? 'field', type, contextOf(text, type, left))
    return { from: at, to: at, options }
  }

  const { lexeme, before } = typed
  const context = contextOf(text, type, roles.slice(0, index))
  const written = text.slice(lexeme.start, at).replace(/^"/, '').toLowerCase()
  const options = fitting(optionsOf(before, type, context), written)
  const rivals = options.filter(({ label }) => label.toLowerCase().startsWith(written))
  const isComplete =
    at === lexeme.end &&
    lexeme.kind !== 'unterminated' &&
    rivals.length === 1 &&
    rivals[0]?.label.toLowerCase() === written
  if (isComplete && before !== 'connective') {
    const next = roles.slice(index + 1).find(({ role }) => role !== 'space')
    const left = roles.slice(0, index + 1)
    const isFollowed = next !== undefined && next.lexeme.kind !== 'close'
    const expected = following[before]
    return {
      from: at,
      to: at,
      options: isFollowed ? [] : optionsOf(expected, type, contextOf(text, type, left)),
    }
  }
  const to = before === 'value' ? endOfValue(text, at) : lexeme.end
  return { from: lexeme.start, to, options }
}
