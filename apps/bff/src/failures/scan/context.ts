/** The words just before a place, folded; what a number or a name means depends on them. */
export interface Context {
  readonly last: string
  readonly before: string
  /** Whether a colon or an equals sign stands between the last word and the place. */
  readonly isAssigned: boolean
}

export const noContext: Context = { last: '', before: '', isAssigned: false }

/** Words that say nothing of what follows, so that `error code is 5` is read as `error code 5`. */
const fillers: ReadonlySet<string> = new Set(
  'is was are no nr number nummer the a an with ist lautet von er var av est de'.split(' '),
)

/** The context after one more word. */
export function afterWord(context: Context, word: string): Context {
  if (fillers.has(word)) return context
  return { last: word, before: context.last, isAssigned: false }
}

/** The context after a colon or an equals sign. */
export function afterAssignment(context: Context): Context {
  return context.isAssigned || context.last === '' ? context : { ...context, isAssigned: true }
}
