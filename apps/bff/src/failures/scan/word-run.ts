import { charClass, classAt } from './character-class.ts'

const { latin, digit, ideograph, gluing, letter, mark, underscore, hyphen } = charClass

/** Whether the character at this place is part of a word: a letter, a digit, an accent or `_`. */
export function isWordAt(text: string, at: number): boolean {
  const found = classAt(text, at)
  return found >= latin && found <= underscore
}

function isNeutral(found: number): boolean {
  return found === digit || found === mark || found === underscore
}

/**
 * Whether two neighbours belong to one word. A change of script parts words, as particles are glued to
 * names: `prx-07に`, `sql-07에서`. So does each character of a script without spaces.
 */
function areOneWord(before: number, after: number): boolean {
  if (after === mark) return before >= latin && before <= underscore
  if (before === ideograph || after === ideograph) return false
  if (isNeutral(before)) return after !== gluing || before === mark
  if (isNeutral(after)) return before !== gluing || after === underscore
  return before === after
}

/** Hebrew puts a preposition before a name with a hyphen, so in gluing scripts it parts words. */
function isJoiner(text: string, at: number): boolean {
  if (classAt(text, at) !== hyphen) return false
  const before = classAt(text, at - 1)
  const after = classAt(text, at + 1)
  return isInSpelledWord(before) && isInSpelledWord(after)
}

function isInSpelledWord(found: number): boolean {
  return found === latin || found === letter || isNeutral(found)
}

/** Where the word that begins at this place ends; hyphens within it belong to it: `pre-freeze`, `sql-07`. */
export function wordEnd(text: string, start: number): number {
  let at = start
  let before = classAt(text, at)
  for (;;) {
    at += 1
    const after = classAt(text, at)
    if (after === hyphen && isJoiner(text, at)) {
      at += 1
      before = classAt(text, at)
    } else if (after >= latin && after <= underscore && areOneWord(before, after)) {
      before = after
    } else {
      return at
    }
  }
}

/** Whether a name or a number can begin or end before this place: it is never part of a longer word. */
export function isWordEdge(text: string, at: number): boolean {
  const before = classAt(text, at - 1)
  const after = classAt(text, at)
  if (after === hyphen) return !isJoiner(text, at)
  if (before === hyphen) return !isJoiner(text, at - 1)
  if (before < latin || after < latin || before > underscore || after > underscore) return true
  return !areOneWord(before, after)
}
