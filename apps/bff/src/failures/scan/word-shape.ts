import { accountAt } from './accounts.ts'
import { colonAddressAt, guidAt, hardwareAddressAt, versionFourAt } from './addresses.ts'
import { amountAt } from './amounts.ts'
import { charClass, classAt } from './character-class.ts'
import type { Context } from './context.ts'
import { dottedChainAt, type LabelledText, portEnd } from './dotted-chain.ts'
import { hexNumberAt, isCodeByContext } from './error-codes.ts'
import type { Found } from './found.ts'
import { isInfrastructureName } from './infrastructure-names.ts'
import { linkAt } from './links.ts'
import { digitsEnd, momentAt, spelledMomentAt } from './moments.ts'
import { nameKindAfter } from './name-kinds.ts'
import { pathAt } from './paths.ts'
import { isTechnicalWord } from './technical-words.ts'

/** What a word, or a longer piece that begins with it, is. `plainChain`: how far no host needs to be looked for. */
export type WordShape =
  | Found
  | { readonly kind: 'code'; readonly end: number }
  | { readonly kind: 'word'; readonly end: number; readonly plainChain: number }

/** A word of a text as the scanner has found it. UTF-16 offsets. */
export interface WordPlace extends LabelledText {
  readonly folded: string
  readonly at: number
  readonly end: number
  readonly context: Context
  /** The word is part of a chain that is known to name no host up to here. */
  readonly plainChain: number
}

const guidLength = 36
const hyphenatedMacLength = 17
const versionWords: ReadonlySet<string> = new Set(['version', 'build', 'versjon', 'release'])

/** What the word at this place is: a variable part, a code that is kept, or a plain word. */
export function wordShapeAt(place: WordPlace): WordShape {
  const { folded, at, end } = place
  const length = end - at
  if (length >= guidLength) return guidAt(folded, at) ?? shapeByFirst(place)
  if (length === hyphenatedMacLength) return hardwareAddressAt(folded, at) ?? shapeByFirst(place)
  return shapeByFirst(place)
}

function shapeByFirst(place: WordPlace): WordShape {
  return classAt(place.folded, place.at) === charClass.digit
    ? digitShape(place)
    : letterShape(place)
}

function digitShape(place: WordPlace): WordShape {
  const { text, folded, at, end, context } = place
  const hex = hexNumberAt(folded, at)
  if (hex !== undefined) {
    const isCode = hex.isCode || isCodeByContext(text, hex.end, context)
    return { kind: isCode ? 'code' : 'id', end: hex.end }
  }
  const isVersion = versionWords.has(context.last)
  const special =
    (isVersion ? undefined : numericAddress(folded, at, end)) ??
    momentAt(folded, at, digitsEnd(folded, at))
  if (special !== undefined) return special
  const amount = amountAt(folded, at)
  if (amount === undefined) return mixedShape(place)
  const isWhole = amount.kind === 'number' && amount.end === end
  if (isWhole && isCodeByContext(text, end, context)) return { kind: 'code', end }
  return isVersion && amount.kind === 'number' ? { kind: 'version', end: amount.end } : amount
}

function numericAddress(folded: string, at: number, end: number): Found | undefined {
  const next = folded.charAt(end)
  if (next === '.') return versionFourAt(folded, at)
  return next === ':' ? colonAddressAt(folded, at, end) : undefined
}

function letterShape(place: WordPlace): WordShape {
  const { folded, at, end } = place
  const next = folded.charAt(end)
  const found =
    next === ':'
      ? colonShape(folded, at, end)
      : next === ' ' || next === '.' || next === ','
        ? spelledMomentAt(folded, at)
        : undefined
  return found ?? mixedShape(place)
}

function colonShape(folded: string, at: number, end: number): Found | undefined {
  const afterColon = folded.charAt(end + 1)
  if (end - at === 1 && (afterColon === '\\' || afterColon === '/')) return pathAt(folded, at)
  if (afterColon === '/' || folded.startsWith('urn', at)) return linkAt(folded, at)
  return colonAddressAt(folded, at, end)
}

const version = /v\d+(?:\.\d+){1,4}/y
const hexId = /^[0-9a-f]+$/
const shortestHexId = 8

/** Shapes that may begin with a letter or a digit: hosts, files, accounts, identifiers. */
function mixedShape(place: WordPlace): WordShape {
  const { text, folded, at, end, context } = place
  const chain =
    at >= place.plainChain && folded.charAt(end) === '.' ? dottedChainAt(place, at, end) : undefined
  const account = accountAfter(folded, at, chain?.end ?? end)
  if (account !== undefined) return account
  if (chain?.is === 'host') return { kind: 'host', end: portEnd(text, chain.end) }
  if (chain?.is === 'path') return { kind: 'path', end: chain.end }
  const versionEnd = chain === undefined ? 0 : spelledVersionEnd(folded, at)
  if (versionEnd > 0) return { kind: 'version', end: versionEnd }
  const plain = { kind: 'word', end, plainChain: chain?.end ?? place.plainChain } as const
  if (!hasDigit(folded, at, end)) {
    if (!isInfrastructureName(place)) return plain
    return { kind: nameKindAfter(context), end: portEnd(text, end) }
  }
  const word = folded.slice(at, end)
  if (isTechnicalWord(word)) return plain
  if (isCodeByContext(text, end, context)) return { kind: 'code', end }
  return word.length >= shortestHexId && hexId.test(word)
    ? { kind: 'id', end }
    : { kind: nameKindAfter(context), end: portEnd(text, end) }
}

/** Where the version that begins with its `v` at this place ends, or 0. */
function spelledVersionEnd(folded: string, at: number): number {
  if (folded.charAt(at) !== 'v') return 0
  version.lastIndex = at
  return version.test(folded) ? version.lastIndex : 0
}

function accountAfter(folded: string, at: number, end: number): Found | undefined {
  const next = folded.charAt(end)
  return next === '\\' || next === '@' ? accountAt(folded, at) : undefined
}

function hasDigit(folded: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (classAt(folded, at) === charClass.digit) return true
  }
  return false
}
