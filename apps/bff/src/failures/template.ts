import { type NamingParts, namingParts } from './causes.ts'
import { comparisonKey } from './comparison-key.ts'
import type { KnownNames } from './scan/known-names.ts'
import { type Scanned, scan } from './scan/scan.ts'
import type { Token } from './scan/token.ts'
import { placeholderOf, type VariableKind } from './variable-kinds.ts'

/** A part of the original text that may differ from VM to VM while the cause is one. UTF-16 offsets. */
export interface Variable {
  readonly start: number
  readonly end: number
  readonly kind: VariableKind
}

/** What a failure text says, its variable parts left aside. */
export interface Template {
  /** What names the group, on one line, with placeholders such as `‹VM›`. */
  readonly text: string
  /** What decides the group: equal for texts of one cause though their `text` may differ in case and marks. */
  readonly key: string
  /** Of the whole original text, in order, none overlapping another. */
  readonly variables: readonly Variable[]
}

/**
 * The template of a failure text. `names` are those of the very row that has the text. Takes any text,
 * in time proportional to its length; never throws.
 */
export function templateOf(text: string, names: KnownNames): Template {
  const scanned = scan(text, names)
  const parts = namingParts(scanned)
  return {
    text: print(scanned, parts),
    key: [parts.outer, ...parts.causes]
      .map((tokens) => comparisonKey(scanned, tokens))
      .filter((key) => key !== '')
      .join(' '),
    variables: variablesOf(scanned.tokens),
  }
}

function variablesOf(tokens: readonly Token[]): Variable[] {
  const variables: Variable[] = []
  for (const token of tokens) {
    if (token.kind !== 'variable') continue
    variables.push({ start: token.start, end: token.end, kind: token.variable })
  }
  return variables
}

function print(scanned: Scanned, { outer, causes }: NamingParts): string {
  const around = printTokens(scanned, outer)
  const inside = causes.map((cause) => printTokens(scanned, cause)).join(', ')
  if (inside === '') return around
  return around === '' ? inside : `${around} (${inside})`
}

function printTokens(scanned: Scanned, tokens: readonly Token[]): string {
  let printed = ''
  let end = Number.NaN
  for (const token of withoutEndMarks(scanned, tokens)) {
    if (end < token.start && hasBlank(scanned.text, end, token.start)) printed += ' '
    if (token.kind === 'variable') printed += placeholderOf(token.variable)
    else if (token.kind === 'break') printed += ' '
    else printed += scanned.text.slice(token.start, token.end)
    end = token.end
  }
  return printed.replace(/ {2,}/g, ' ')
}

function hasBlank(text: string, start: number, end: number): boolean {
  return text.charAt(start) === ' ' || /\s/.test(text.slice(start, end))
}

const endMarks = '.,;:!?。、，；：！？-–—'

function withoutEndMarks({ text }: Scanned, tokens: readonly Token[]): readonly Token[] {
  const isEndMark = (token: Token | undefined) =>
    token?.kind === 'break' ||
    (token?.kind === 'punctuation' && endMarks.includes(text.charAt(token.start)))
  let from = 0
  let to = tokens.length
  while (from < to && isEndMark(tokens[from])) from += 1
  while (to > from && isEndMark(tokens[to - 1])) to -= 1
  return tokens.slice(from, to)
}
