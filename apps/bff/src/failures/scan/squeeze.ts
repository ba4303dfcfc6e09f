/** A text with single blanks, and where its characters were in the original. */
export interface Squeezed {
  readonly text: string
  /** The UTF-16 offset in the original of the character at an offset of `text`. */
  readonly originalAt: (at: number) => number
}

/** Several blanks, other blanks than space and line feed, and what nobody sees; a no-break space is part of numbers. */
const superfluous = /\s{2,}|[\t\r\v\f]|(?!\s)[\p{Cc}\p{Cf}]/gu
/** Most texts and names have nothing of this, which is seen in a tenth of the time. */
const unusual = /[^\x20-\x7e\n]|\s\s/
const asItIs = (at: number) => at

/**
 * Makes one blank of several, or one line feed where a line ends among them, and leaves out marks of
 * direction and other characters that nobody sees, so that they can part no name.
 */
export function squeeze(text: string): Squeezed {
  if (!unusual.test(text) || text.search(superfluous) === -1) return { text, originalAt: asItIs }
  const offsets: number[] = []
  let squeezed = ''
  let from = 0
  const keep = (to: number) => {
    for (let at = from; at < to; at += 1) offsets.push(at)
    squeezed += text.slice(from, to)
  }
  for (const match of text.matchAll(superfluous)) {
    const [found] = match
    keep(match.index)
    if (/\s/.test(found)) {
      offsets.push(match.index)
      squeezed += /[\n\r]/.test(found) ? '\n' : ' '
    }
    from = match.index + found.length
  }
  keep(text.length)
  return { text: squeezed, originalAt: (at) => offsets[at] ?? text.length }
}
