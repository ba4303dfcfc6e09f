import { accountAt } from './accounts.ts'
import { afterWord } from './context.ts'
import { withDomain } from './dotted-chain.ts'
import type { Found } from './found.ts'
import { knownNameAt } from './known-names.ts'
import { push, pushCode, pushVariable, type Reading } from './reading.ts'
import { frameSlotsAt } from './vendor-frames.ts'
import { wordEnd } from './word-run.ts'
import { wordShapeAt } from './word-shape.ts'

/** Reads the word at this place, or the longer piece that begins with it; returns the offset to go on from. */
export function nextWord(reading: Reading, at: number): number {
  const { text, folded, labels, context, plainChain } = reading
  const end = wordEnd(text, at)
  const word = folded.slice(at, end)
  if (reading.slots.length === 0) {
    reading.slots = frameSlotsAt(folded, at, word, reading.isAtStart)
  }
  const name = knownNameAt(reading, at, word, reading.names, context)
  if (name !== undefined) return pushVariable(reading, at, withSurroundings(reading, at, name))
  const shape = wordShapeAt({ text, folded, labels, at, end, context, plainChain })
  if (shape.kind === 'word') {
    reading.plainChain = shape.plainChain
    reading.context = afterWord(context, word)
    return push(reading, 'word', at, shape.end)
  }
  return shape.kind === 'code' ? pushCode(reading, at, shape.end) : pushVariable(reading, at, shape)
}

/** A known name with what it is part of: an account of its domain, or a host in one. */
function withSurroundings(reading: Reading, at: number, name: Found): Found {
  const { folded } = reading
  const account = folded.charAt(name.end) === '\\' ? accountAt(folded, at) : undefined
  return account ?? withDomain(reading, at, name)
}
