/** Stands in a skeleton where a word was taken out. */
const gap = '\u0001'
const wordEnd = '\u0003'
/** What names, addresses, numbers and paths have, and words do not. */
const variableSigns = /[\d\\/@_]/
/** EM begins a failure with the name of the VM. */
const beforeName = 'processing '

/** A folded text as it is searched. */
export interface TextShape {
  /** The text with a sign for each word that texts of one kind differ in: a few hundred for all texts. */
  readonly skeleton: string
  /** Those words, each with an end; '' where there is none. Every character of them begins a trigram. */
  readonly rest: string
}

/**
 * What a text has in common with others of its kind, and what not. No word is in both, and what is
 * neither holds white space: a text without any is in the skeleton or in the rest of all that contain it.
 *
 * The database holds what comes of it: whoever changes it has to add a migration that does it anew.
 */
export function textShape(folded: string): TextShape {
  const nameAt = folded.startsWith(beforeName) ? beforeName.length : -1
  let rest = ''
  const skeleton = folded.replace(/\S+/g, (word, at: number) => {
    if (at !== nameAt && !variableSigns.test(word) && !hasShapeSign(word)) return word
    rest += `${word}${wordEnd}`
    return gap
  })
  return { skeleton, rest: rest === '' ? '' : `${rest}${wordEnd}` }
}

/** Whether a text has one of the signs that shapes are written with: there it means itself. */
export function hasShapeSign(folded: string): boolean {
  return folded.includes(gap) || folded.includes(wordEnd)
}
