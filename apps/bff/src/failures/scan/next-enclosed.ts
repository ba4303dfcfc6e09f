import { placeholderAt, placeholderOf, type VariableKind } from '../variable-kinds.ts'
import { guidAt } from './addresses.ts'
import { noContext } from './context.ts'
import { isVaryingName } from './enclosed-names.ts'
import { announcedNameAt } from './known-names.ts'
import { nameKindAfter } from './name-kinds.ts'
import { pathAt, relativePathAt } from './paths.ts'
import { push, pushVariable, type Reading } from './reading.ts'
import { isWordAt, wordEnd } from './word-run.ts'
import { wordShapeAt } from './word-shape.ts'

/** Reads a quotation or bracket up to `close`: as one name where it is one, else its opening mark alone. */
export function nextEnclosed(reading: Reading, at: number, close: number): number {
  const { text, folded, names, context } = reading
  const known = announcedNameAt(reading, at + 1, names)
  const isKnown = known?.end === close
  if (!isKnown && !isVaryingName(text.slice(at + 1, close), context)) {
    reading.closing = close
    return push(reading, 'punctuation', at, at + 1)
  }
  push(reading, 'punctuation', at, at + 1)
  const isBracket = text.charAt(at) === '['
  const kind: VariableKind = isKnown ? known.kind : enclosedKind(reading, at + 1, close)
  pushVariable(reading, at + 1, { kind, end: close })
  push(reading, 'punctuation', close, close + 1)
  const path =
    isBracket && folded.charAt(close + 1) === ' ' ? relativePathAt(folded, close + 2) : undefined
  return path === undefined ? close + 1 : pushVariable(reading, close + 2, path)
}

function enclosedKind(
  { text, folded, labels, context }: Reading,
  at: number,
  close: number,
): VariableKind {
  const placeholder = placeholderAt(text, at)
  if (placeholder !== undefined && at + placeholderOf(placeholder).length === close)
    return placeholder
  const end = isWordAt(text, at) ? wordEnd(text, at) : at + 1
  const whole = isWordAt(text, at)
    ? wordShapeAt({ text, folded, labels, at, end, context: noContext, plainChain: 0 })
    : (pathAt(folded, at) ?? guidAt(folded, at))
  const isWhole = whole?.end === close && whole.kind !== 'word' && whole.kind !== 'code'
  if (isWhole && whole.kind !== 'name' && whole.kind !== 'host') return whole.kind
  return text.charAt(at - 1) === '[' ? 'datastore' : nameKindAfter(context)
}
