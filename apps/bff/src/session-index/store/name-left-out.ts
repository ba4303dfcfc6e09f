/** No text of EM holds it. */
const placeholder = '\u{FFFFF}'
const ofWords = /[\p{L}\p{N}]/u

/**
 * A text with a placeholder wherever it has a name as words of its own: what several VMs say of one
 * cause differs by their names alone. A name within a longer word is another name.
 */
export function nameLeftOut(text: string, name: string): string {
  if (name === '') return text
  let result = ''
  let taken = 0
  // A pattern made for each name would cost a hundred times as much.
  for (let at = text.indexOf(name); at >= 0; ) {
    const end = at + name.length
    const isOwn = !ofWords.test(before(text, at)) && !ofWords.test(after(text, end))
    if (isOwn) {
      result += text.slice(taken, at) + placeholder
      taken = end
    }
    at = text.indexOf(name, isOwn ? end : at + 1)
  }
  return result + text.slice(taken)
}

/** The character that ends at an offset, '' at the beginning. */
function before(text: string, at: number): string {
  const isPair = isLowSurrogate(text.charCodeAt(at - 1))
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at)
}

/** The character that begins at an offset, '' at the end. */
function after(text: string, at: number): string {
  const isPair = isLowSurrogate(text.charCodeAt(at + 1))
  return text.slice(at, at + (isPair ? 2 : 1))
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
