import { placeholderAt, placeholderOf } from '../variable-kinds.ts'
import { accountAt } from './accounts.ts'
import { guidAt, versionSixAt } from './addresses.ts'
import { amountAt } from './amounts.ts'
import { charClass, classAt } from './character-class.ts'
import { afterAssignment, type Context, noContext } from './context.ts'
import { enclosedEnd } from './enclosed-names.ts'
import { negativeCodeEnd } from './error-codes.ts'
import type { Found } from './found.ts'
import { knownNameAt } from './known-names.ts'
import { nextEnclosed } from './next-enclosed.ts'
import { pathAt } from './paths.ts'
import { push, pushCode, pushVariable, type Reading } from './reading.ts'
import type { PlainTokenKind } from './token.ts'
import { isWordAt } from './word-run.ts'

/** Reads the mark at this place, or what it begins: a quotation, a path, a negative number. */
export function nextMark(reading: Reading, at: number, kind: PlainTokenKind): number {
  const { text, folded, names, context } = reading
  if (at === reading.closing) {
    reading.closing = -1
    return push(reading, kind, at, at + 1)
  }
  const code = negativeCodeEnd(folded, at, context)
  if (code > 0) return pushCode(reading, at, code)
  const found =
    knownNameAt(reading, at, folded.charAt(at), names, context) ?? markShape(reading, at)
  if (found !== undefined) return pushVariable(reading, at, found)
  const close = enclosedEnd(text, at)
  if (close !== -1) return nextEnclosed(reading, at, close)
  reading.context = afterMark(folded, at, context)
  return push(reading, kind, at, at + 1)
}

function markShape({ text, folded }: Reading, at: number): Found | undefined {
  switch (folded.charAt(at)) {
    case '{':
      return guidAt(folded, at)
    case '‹': {
      const kind = placeholderAt(text, at)
      return kind && { kind, end: at + placeholderOf(kind).length }
    }
    case '[':
    case ':':
      return beginsVersionSix(folded, at) ? versionSixAt(folded, at) : undefined
    case '/':
    case '\\':
      return pathAt(folded, at)
    case '.':
      return folded.charAt(at + 1) === '\\' ? accountAt(folded, at) : undefined
    case '-':
      return isWordAt(folded, at - 1) || classAt(folded, at + 1) !== charClass.digit
        ? undefined
        : amountAt(folded, at + 1)
    default:
      return undefined
  }
}

/** `[2001:…` and `::1`; a row of colons begins none. */
function beginsVersionSix(folded: string, at: number): boolean {
  if (folded.charAt(at) === '[') return /^[0-9a-f]{0,4}:/.test(folded.slice(at + 1, at + 6))
  return folded.charAt(at + 1) === ':' && folded.charAt(at - 1) !== ':' && !isWordAt(folded, at - 1)
}

function afterMark(folded: string, at: number, context: Context): Context {
  const mark = folded.charAt(at)
  if (mark === ':' || mark === '=' || mark === '：') return afterAssignment(context)
  const isAbbreviation = mark === '.' && /n[or]/.test(folded.slice(at - 2, at))
  return '.,;!?。、'.includes(mark) && !isAbbreviation ? noContext : context
}
