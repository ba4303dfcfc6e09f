import type { Found } from './found.ts'

const urn = /urn:[a-z0-9][a-z0-9-]{0,31}:/y
const scheme = /[a-z][a-z0-9+.-]{1,15}:\/\//y
/** What ends a URN, a URL or a path: blanks, quotes and brackets. */
const stop = /[\s"'`<>()[\]{}|“”„«»‘’‹›,;。、「」（）]/g
/** And the writing of scripts without blanks, which goes on right after it. */
const stopUnspaced = /[\s"'`<>()[\]{}|“”„«»‘’‹›,;\u3000-\u30ff\u3400-\u9fff\uff00-\uff65]/g
const trailing = /[.:!?]/

/**
 * Where the run of characters of a link or a path ends that begins at this place; a sentence's end is
 * not part of it. `isUnspaced`: it holds writing of scripts without blanks itself.
 */
export function linkEnd(text: string, at: number, isUnspaced = false): number {
  const pattern = isUnspaced ? stop : stopUnspaced
  pattern.lastIndex = at
  let end = pattern.exec(text)?.index ?? text.length
  while (end > at && trailing.test(text.charAt(end - 1))) end -= 1
  return end
}

/** The URN or URL that begins at this place of a folded text. */
export function linkAt(folded: string, at: number): Found | undefined {
  urn.lastIndex = at
  if (urn.test(folded)) return { kind: 'id', end: linkEnd(folded, urn.lastIndex) }
  scheme.lastIndex = at
  if (!scheme.test(folded)) return undefined
  const bracketed = folded.charAt(scheme.lastIndex) === '['
  const close = bracketed
    ? folded.slice(0, scheme.lastIndex + 60).indexOf(']', scheme.lastIndex)
    : -1
  return { kind: 'URL', end: linkEnd(folded, close === -1 ? scheme.lastIndex : close + 1) }
}
