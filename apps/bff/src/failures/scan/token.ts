import type { VariableKind } from '../variable-kinds.ts'

/** `code` is a number, a hex number or a name that is the cause itself; `break` the end of a line. */
export type PlainTokenKind = 'word' | 'code' | 'punctuation' | 'symbol' | 'break'

/** A piece of a text with its UTF-16 offsets. Between tokens there is nothing but blanks. */
export type Token =
  | { readonly kind: PlainTokenKind; readonly start: number; readonly end: number }
  | {
      readonly kind: 'variable'
      readonly variable: VariableKind
      readonly start: number
      readonly end: number
    }
