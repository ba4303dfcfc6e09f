import type { FilterOperator } from '@cdp-watch/em-filter'

/** Operators that cannot be used where the filter is to be asked now, each with the sentence that says why. */
export type DisabledOperators = Readonly<Partial<Record<FilterOperator, string>>>
