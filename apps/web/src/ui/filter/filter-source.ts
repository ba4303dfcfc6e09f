import type { EntityType } from '@cdp-watch/em-filter'
import type { DisabledOperators } from './disabled-operators.ts'

/** What a filter is built over. */
export interface FilterSource {
  readonly type: EntityType
  /** Values worth offering for a field, by EM's name of it; [] where none are known. */
  readonly suggestions: (field: string) => readonly string[]
  readonly disabledOperators: DisabledOperators
  /** Opens the whole filter in EM's own language. */
  readonly onEditAsText: () => void
}
