import { isNameEdge, type NameSet, nameLengthAt } from './name-set.ts'
import { quotationLengthAt, shapeLengthAt } from './variable-shapes.ts'

/** A piece of a text; `variable` where it may differ from VM to VM while the cause is one. */
export interface TextPart {
  readonly text: string
  /** UTF-16 offset in the whole text. */
  readonly start: number
  readonly variable: boolean
}

/** Steps over a whole word, or over one character that is none, halves of surrogate pairs kept together. */
const step = /[\p{L}\p{N}_-]+|[\s\S]/uy

/**
 * Finds what is variable in a message: the given names, GUIDs, IPv4 addresses with their port, times,
 * numbers with or without a unit (but no error codes), `[datastores]`, quoted names and host.domain names. The parts joined are the
 * text. Takes time in proportion to the length of the text.
 */
export function markVariables(text: string, names: NameSet): TextPart[] {
  const parts: TextPart[] = []
  let plainFrom = 0
  let at = 0
  const add = (from: number, to: number, variable: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), start: from, variable })
  }
  const mark = (from: number, to: number) => {
    add(plainFrom, from, false)
    add(from, to, true)
    plainFrom = to
  }
  while (at < text.length) {
    const quotation = quotationLengthAt(text, at)
    const length = quotation > 0 ? 0 : variableLengthAt(text, at, names)
    if (quotation > 0) mark(at + 1, at + quotation - 1)
    else if (length > 0) mark(at, at + length)
    at += quotation || length || stepAt(text, at)
  }
  add(plainFrom, text.length, false)
  return parts
}

function variableLengthAt(text: string, at: number, names: NameSet): number {
  const name = nameLengthAt(text, at, names)
  // Within a word or a dotted chain no shape begins, so that a long chain is not searched from each of its dots.
  const begins = isNameEdge(text[at - 1], text[at]) && text[at - 1] !== '.'
  return begins ? Math.max(name, shapeLengthAt(text, at)) : name
}

function stepAt(text: string, at: number): number {
  step.lastIndex = at
  return step.exec(text)?.[0].length ?? 1
}
