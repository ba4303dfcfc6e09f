/** Length of what is told of a body, in UTF-16 units. */
const longestMessage = 500
/** Of a body of megabytes no more is looked at, in UTF-16 units. */
const longestExamined = 65_536

/** The text on one line, without control characters, cut to `length` with an ellipsis. */
export function toSentence(text: string, length = longestMessage): string {
  const line = text
    .trim()
    .slice(0, longestExamined)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (line.length <= length) return line
  // The cut may fall within a character of two units; half of one is no text.
  return `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
