/** ms since 1970 of a time of EM's. Throws RangeError for a text that is none: the index holds no guesses. */
export function millisecondsOf(time: string): number {
  const milliseconds = Date.parse(time)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a time: ${time}`)
  return milliseconds
}
