/** No text of EM holds it. */
const placeholder = '\u{FFFFF}'
const meaningInPatterns = /[\\^$.*+?()[\]{}|/]/g

/**
 * A text with a placeholder wherever it has a name as words of its own: what several VMs say of one
 * cause differs by their names alone. A name within a longer word is another name.
 */
export function nameLeftOut(text: string, name: string): string {
  // Most texts and names have nothing in common; a pattern is dear.
  if (name === '' || !text.includes(name)) return text
  const literal = name.replaceAll(meaningInPatterns, '\\$&')
  const asWords = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu')
  return text.replaceAll(asWords, placeholder)
}
