import { charClass, classAt } from './character-class.ts'
import { afterWord } from './context.ts'
import { withDomain } from './dotted-chain.ts'
import { foldCase } from './fold-case.ts'
import type { Found } from './found.ts'
import { announcedNameAt, type KnownNames, knownNameAt, nameIndexOf } from './known-names.ts'
import { nextMark } from './next-mark.ts'
import { nextWord } from './next-word.ts'
import { push, pushVariable, type Reading, startReading } from './reading.ts'
import type { Token } from './token.ts'
import type { Slot } from './vendor-frames.ts'

/** A text cut into tokens. `folded` is the text in lower case with the same offsets. */
export interface Scanned {
  readonly text: string
  readonly folded: string
  readonly tokens: readonly Token[]
}

/** Cuts a squeezed text into words, marks, codes and variable parts, in time proportional to its length. */
export function scan(text: string, names: KnownNames): Scanned {
  const folded = foldCase(text)
  const reading = startReading(text, folded, nameIndexOf(names))
  let at = 0
  while (at < text.length) at = next(reading, at)
  return { text, folded, tokens: reading.tokens }
}

function next(reading: Reading, at: number): number {
  const slot = reading.slots.length === 0 ? undefined : slotFrom(reading, at)
  if (slot?.start === at) return pushVariable(reading, at, slotName(reading, slot))
  const found = classAt(reading.text, at)
  switch (found) {
    case charClass.ignored:
      return at + 1
    case charClass.space:
      return reading.text.charAt(at) === '\n' ? push(reading, 'break', at, at + 1) : at + 1
    case charClass.ideograph:
      return nextIdeographs(reading, at)
    case charClass.hyphen:
    case charClass.punctuation:
    case charClass.symbol:
      return nextMark(reading, at, found === charClass.symbol ? 'symbol' : 'punctuation')
    default:
      return nextWord(reading, at)
  }
}

/** The next name of the frame that begins at this place or later. */
function slotFrom(reading: Reading, at: number): Slot | undefined {
  reading.slots = reading.slots.filter(({ start }) => start >= at)
  return reading.slots[0]
}

function slotName(reading: Reading, slot: Slot): Found {
  const known = announcedNameAt(reading, slot.start, reading.names)
  return { kind: known?.end === slot.end ? known.kind : slot.kind, end: slot.end }
}

function nextIdeographs(reading: Reading, start: number): number {
  const { text, folded, names, context } = reading
  let at = start
  let name: Found | undefined
  while (classAt(text, at) === charClass.ideograph) {
    name = knownNameAt(reading, at, folded.charAt(at), names, context)
    if (name !== undefined) break
    at += 1
  }
  if (at > start) {
    reading.context = afterWord(context, folded.slice(start, at))
    push(reading, 'word', start, at)
  }
  return name === undefined ? at : pushVariable(reading, at, withDomain(reading, at, name))
}
