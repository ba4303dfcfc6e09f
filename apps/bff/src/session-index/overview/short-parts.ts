import type { TextPart } from '@cdp-watch/contract'

/** Parts of a text with at most so many characters together; what was cut ends in an ellipsis. */
export function shortParts(parts: readonly TextPart[], most: number): TextPart[] {
  const short: TextPart[] = []
  let left = most
  for (const part of parts) {
    if (part.text.length <= left) {
      short.push(part)
      left -= part.text.length
      continue
    }
    // Half of a surrogate pair is no character.
    const cut = part.text.slice(0, left).replace(/[\uD800-\uDBFF]$/, '')
    return [...short, { text: `${cut.trimEnd()}…`, kind: null }]
  }
  return short
}
