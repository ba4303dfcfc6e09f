/** A text as it is searched: whatever its case, and whichever way its accents are encoded. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

const end = '\u0003'

/**
 * A folded text as `texts_search` has it: with an end, so that its last two characters begin a trigram
 * too, as any other two do.
 */
export function withEnd(folded: string): string {
  return `${folded}${end}`
}
