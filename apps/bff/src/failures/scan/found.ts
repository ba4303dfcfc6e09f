import type { VariableKind } from '../variable-kinds.ts'

/** A variable part that begins where it was looked for, and the UTF-16 offset where it ends. */
export interface Found {
  readonly kind: VariableKind
  readonly end: number
}
