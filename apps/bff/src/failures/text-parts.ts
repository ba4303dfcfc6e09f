import type { TextPart } from '@cdp-watch/contract'
import { namesInText } from './names-in-text.ts'
import type { KnownNames } from './scan/known-names.ts'
import { templateOf } from './template.ts'
import { placeholderAt, placeholderOf, type VariableKind } from './variable-kinds.ts'

interface VariablePart {
  readonly start: number
  readonly end: number
  readonly kind: VariableKind
}

/** A failure text in parts, which joined are the text. `names` are those of a row that has it. */
export function textParts(text: string, names: KnownNames): TextPart[] {
  return partsOf(text, templateOf(text, namesInText(text, names)).variables)
}

/** A printed template in parts: its placeholders, and what is between them. */
export function templateParts(template: string): TextPart[] {
  return partsOf(template, placeholdersIn(template))
}

function placeholdersIn(template: string): VariablePart[] {
  const found: VariablePart[] = []
  for (let start = template.indexOf('‹'); start >= 0; start = template.indexOf('‹', start + 1)) {
    const kind = placeholderAt(template, start)
    if (kind !== undefined) found.push({ start, end: start + placeholderOf(kind).length, kind })
  }
  return found
}

function partsOf(text: string, variables: readonly VariablePart[]): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { start, end, kind } of variables) {
    if (start > at) parts.push({ text: text.slice(at, start), kind: null })
    parts.push({ text: text.slice(start, end), kind })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null })
  return parts
}
