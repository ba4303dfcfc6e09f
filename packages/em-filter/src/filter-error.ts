export type FilterErrorCode =
  | 'unexpected-character'
  | 'unterminated-quote'
  | 'missing-condition'
  | 'missing-field'
  | 'unknown-field'
  | 'missing-operator'
  | 'unknown-operator'
  | 'operator-not-allowed'
  | 'contains-not-in-em'
  | 'missing-value'
  | 'unquoted-value'
  | 'bad-value'
  | 'missing-connective'
  | 'unbalanced-parenthesis'
  | 'empty-group'
  | 'too-long'
  | 'too-deep'

export interface FilterError {
  readonly code: FilterErrorCode
  /** One sentence for a person, with what was expected. */
  readonly message: string
  /** UTF-16 offsets; `start` equals `end` where something is missing. */
  readonly start: number
  readonly end: number
}

/** Longest filter text taken, in UTF-16 units. */
export const maxFilterLength = 8000
/** Deepest nesting of parentheses taken. */
export const maxFilterDepth = 50

const excerptLength = 40

/** A piece of the person's text as it is quoted in a message: short, and printable everywhere. */
export function excerpt(text: string): string {
  const short = text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text
  return `“${short.toWellFormed()}”`
}

/** The error of `~=` in a filter that is meant for EM. */
export function containsNotInEm(start: number, end: number): FilterError {
  return {
    code: 'contains-not-in-em',
    message: 'Enterprise Manager has no “contains” (~=): compare with == or search the index.',
    start,
    end,
  }
}

/** The error of a text longer than `maxFilterLength`. */
export function tooLong(length: number): FilterError {
  return {
    code: 'too-long',
    message: `A filter has at most ${maxFilterLength} characters, this one has ${length}.`,
    start: maxFilterLength,
    end: length,
  }
}

/** The error of a NUL or half a surrogate pair at `offset`. */
export function forbiddenCharacter(offset: number): FilterError {
  return {
    code: 'unexpected-character',
    message: 'A value cannot hold a NUL character or half of a character pair: remove it.',
    start: offset,
    end: offset + 1,
  }
}
