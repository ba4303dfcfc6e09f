import { namingParts } from './causes.ts'
import type { Statement } from './comparison-key.ts'
import type { KnownNames } from './scan/known-names.ts'
import { type Scanned, scan } from './scan/scan.ts'
import { type Squeezed, squeeze } from './scan/squeeze.ts'
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
  const squeezed = squeeze(text)
  const scanned = scan(squeezed.text, names)
  const { outer, causes } = namingParts(scanned)
  return {
    text: print(scanned, outer, causes),
    key: [outer, ...causes].flatMap((statement) => statement?.key || []).join(' '),
    variables: variablesOf(scanned.tokens, squeezed),
  }
}

function variablesOf(tokens: readonly Token[], { originalAt }: Squeezed): Variable[] {
  const variables: Variable[] = []
  for (const token of tokens) {
    if (token.kind !== 'variable') continue
    const end = originalAt(token.end - 1) + 1
    variables.push({ start: originalAt(token.start), end, kind: token.variable })
  }
  return variables
}

function print(
  scanned: Scanned,
  outer: Statement | undefined,
  causes: readonly Statement[],
): string {
  const around = outer === undefined ? '' : printStatement(scanned, outer)
  const inside = causes.map((cause) => printStatement(scanned, cause)).join(', ')
  if (inside === '') return around
  return around === '' ? inside : `${around} (${inside})`
}

function printStatement(scanned: Scanned, { lines }: Statement): string {
  return lines.map((line) => printLine(scanned, line.tokens)).join(' ')
}

function printLine({ text }: Scanned, tokens: readonly Token[]): string {
  let printed = ''
  let end = Number.NaN
  for (const token of tokens) {
    if (end < token.start && hasBlank(text, end, token.start)) printed += ' '
    printed +=
      token.kind === 'variable' ? placeholderOf(token.variable) : text.slice(token.start, token.end)
    end = token.end
  }
  return printed
}

function hasBlank(text: string, start: number, end: number): boolean {
  return text.charAt(start) === ' ' || /\s/.test(text.slice(start, end))
}
