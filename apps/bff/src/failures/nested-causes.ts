import type { Scanned } from './scan/scan.ts'
import type { Token } from './scan/token.ts'

/** A text that ends in causes in parentheses. */
export interface NestedPart {
  readonly outer: readonly Token[]
  readonly inner: readonly Token[]
}

const opening = '(（'
const closing = ')）'
const sentenceEnds = '.!?。！？'
const separators = ',;，；、'
const colons = ':：'

function markOf(scanned: Scanned, token: Token | undefined): string {
  return token?.kind === 'punctuation' ? scanned.text.charAt(token.start) : ''
}

function isOneOf(marks: string, mark: string): boolean {
  return mark !== '' && marks.includes(mark)
}

/**
 * The causes in parentheses that a text ends in. `(10.0.0.1:6182)` and `(VM: sql-07)` are details and no
 * causes: a cause is a statement, and begins no word in lower case.
 */
export function nestedPart(scanned: Scanned, tokens: readonly Token[]): NestedPart | undefined {
  let close = tokens.length - 1
  while (close >= 0 && isEnding(scanned, tokens[close])) close -= 1
  if (!isOneOf(closing, markOf(scanned, tokens[close]))) return undefined
  let depth = 0
  for (let at = close; at > 0; at -= 1) {
    const mark = markOf(scanned, tokens[at])
    if (isOneOf(closing, mark)) depth += 1
    if (isOneOf(opening, mark)) depth -= 1
    if (depth === 0) {
      const inner = tokens.slice(at + 1, close)
      return isStatement(scanned, inner) ? { outer: tokens.slice(0, at), inner } : undefined
    }
  }
  return undefined
}

function isEnding(scanned: Scanned, token: Token | undefined): boolean {
  if (token?.kind === 'break') return true
  const mark = markOf(scanned, token)
  return isOneOf(sentenceEnds, mark) || isOneOf(separators, mark)
}

const leastWordsInARow = 3
/** Scripts without blanks: so many characters are a statement. */
const leastCharacters = 6

/** Whether the tokens say something: several words in a row, the first of them not in lower case. */
function isStatement(scanned: Scanned, tokens: readonly Token[]): boolean {
  if (beginsLow(scanned, tokens[0])) return false
  let inARow = 0
  for (const token of tokens) {
    inARow = token.kind === 'word' ? inARow + 1 : 0
    if (inARow >= leastWordsInARow || isLongUnspaced(scanned, token)) return true
  }
  return false
}

function beginsLow({ text }: Scanned, token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  const first = text.charAt(token.start)
  return first !== first.toUpperCase()
}

function isLongUnspaced({ text }: Scanned, token: Token): boolean {
  if (token.kind !== 'word' || token.end - token.start < leastCharacters) return false
  return /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(text.slice(token.start))
}

/** The causes of a list, `a., b.`, each a statement; what is none belongs to the one before it. */
export function causeItems(
  scanned: Scanned,
  tokens: readonly Token[],
): readonly (readonly Token[])[] {
  const items: Token[][] = []
  let from = 0
  const add = (to: number) => {
    const item = tokens.slice(from, to)
    const last = items.at(-1)
    if (last === undefined || isStatement(scanned, item)) items.push(item)
    else last.push(...tokens.slice(from - 1, to))
    from = to + 1
  }
  let depth = 0
  tokens.forEach((token, at) => {
    const mark = markOf(scanned, token)
    if (isOneOf(opening, mark)) depth += 1
    if (isOneOf(closing, mark)) depth -= 1
    if (depth === 0 && isOneOf(separators, mark) && isItemBorder(scanned, tokens, at)) add(at)
  })
  add(tokens.length)
  return items
}

function isItemBorder(scanned: Scanned, tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  if (after === undefined) return false
  return (
    isOneOf(sentenceEnds, markOf(scanned, tokens[at - 1])) ||
    (after.kind === 'word' && !beginsLow(scanned, after))
  )
}

/** What stands after the last colon, where that is a statement: `b` of `While saving: Failed: b`; else all of it. */
export function innermostStatement(scanned: Scanned, tokens: readonly Token[]): readonly Token[] {
  let depth = 0
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    const mark = markOf(scanned, tokens[at])
    if (isOneOf(closing, mark)) depth += 1
    if (isOneOf(opening, mark)) depth -= 1
    if (depth === 0 && isOneOf(colons, mark)) {
      const tail = tokens.slice(at + 1)
      return isStatement(scanned, tail) ? tail : tokens
    }
  }
  return tokens
}
