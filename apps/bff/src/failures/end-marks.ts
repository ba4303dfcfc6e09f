import type { Scanned } from './scan/scan.ts'
import type { Token } from './scan/token.ts'

const endMarks = '.,;:!?。、，；：！？-–—'

/** The tokens without the breaks and the punctuation at both ends, quotes and brackets excepted. */
export function withoutEndMarks({ text }: Scanned, tokens: readonly Token[]): readonly Token[] {
  const isEndMark = (token: Token | undefined) =>
    token?.kind === 'break' ||
    (token?.kind === 'punctuation' && endMarks.includes(text.charAt(token.start)))
  let from = 0
  let to = tokens.length
  while (from < to && isEndMark(tokens[from])) from += 1
  while (to > from && isEndMark(tokens[to - 1])) to -= 1
  return tokens.slice(from, to)
}
