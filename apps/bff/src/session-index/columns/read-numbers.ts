const zero = '0'.charCodeAt(0)

/**
 * Writes whole numbers, comma-separated, into an array from `at` on, which must be long enough: as long
 * as the text is. Gives where they end. For what is read by the thousand.
 */
export function readNumbers(text: string, into: Uint32Array, at: number): number {
  if (text === '') return at
  let end = at
  let number = 0
  for (let index = 0; index <= text.length; index += 1) {
    const digit = index === text.length ? -1 : text.charCodeAt(index) - zero
    if (digit >= 0) {
      number = number * 10 + digit
    } else {
      into[end] = number
      end += 1
      number = 0
    }
  }
  return end
}
