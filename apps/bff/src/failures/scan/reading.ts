import type { VariableKind } from '../variable-kinds.ts'
import { type Context, noContext } from './context.ts'
import { ChainLabels } from './dotted-chain.ts'
import type { Found } from './found.ts'
import type { NameIndex } from './known-names.ts'
import type { PlainTokenKind, Token } from './token.ts'
import type { Slot } from './vendor-frames.ts'

/** A scan under way. */
export interface Reading {
  readonly text: string
  /** The text in lower case with the same offsets. */
  readonly folded: string
  readonly labels: ChainLabels
  readonly names: NameIndex
  readonly tokens: Token[]
  context: Context
  /** Names of a frame that the scan has not reached yet. */
  slots: readonly Slot[]
  /** Where the quotation ends whose content is read as text; -1 for none. */
  closing: number
  /** How far no host needs to be looked for. */
  plainChain: number
  /** Nothing but punctuation and breaks has been read. */
  isAtStart: boolean
}

/** Begins the scan of a text. */
export function startReading(text: string, folded: string, names: NameIndex): Reading {
  return {
    text,
    folded,
    labels: new ChainLabels(text),
    names,
    tokens: [],
    context: noContext,
    slots: [],
    closing: -1,
    plainChain: 0,
    isAtStart: true,
  }
}

/** Adds a token; returns the offset to go on from, as all functions here do. */
export function push(reading: Reading, kind: PlainTokenKind, start: number, end: number): number {
  reading.tokens.push({ kind, start, end })
  if (kind !== 'punctuation' && kind !== 'break') reading.isAtStart = false
  return end
}

/** Adds a variable part. The words before it say nothing of what comes after it. */
export function pushVariable(reading: Reading, start: number, found: Found): number {
  const variable: VariableKind = found.kind
  reading.tokens.push({ kind: 'variable', variable, start, end: found.end })
  reading.context = noContext
  reading.isAtStart = false
  return found.end
}

/** Adds an error code. Sense data is a row of hex numbers, so after one the next is a code too. */
export function pushCode(reading: Reading, start: number, end: number): number {
  if (!reading.folded.startsWith('0x', start)) reading.context = noContext
  return push(reading, 'code', start, end)
}
