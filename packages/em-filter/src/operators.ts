/** What a field holds; decides its operators and how its values are checked and compared. */
export type FieldKind = 'uid' | 'text' | 'time' | 'enum' | 'number' | 'boolean'

const filterOperators = ['==', '!=', '>', '<', '>=', '<=', '~='] as const

/** EM's six comparisons and `~=` (contains), which is the dashboard's own: EM has no such operator. */
export type FilterOperator = (typeof filterOperators)[number]
export type ComparisonOperator = Exclude<FilterOperator, '~='>

/**
 * The operators of each kind, by the words a person reads between field and value
 * ("Started *at or after* 06:00"). An operator that is not listed is not allowed for the kind.
 */
export const operatorLabels: Readonly<
  Record<FieldKind, Readonly<Partial<Record<FilterOperator, string>>>>
> = {
  uid: { '==': 'is', '!=': 'is not' },
  text: {
    '==': 'is',
    '!=': 'is not',
    '>': 'sorts after',
    '<': 'sorts before',
    '>=': 'is or sorts after',
    '<=': 'is or sorts before',
    '~=': 'contains',
  },
  time: {
    '==': 'exactly at',
    '!=': 'not at',
    '>': 'after',
    '<': 'before',
    '>=': 'at or after',
    '<=': 'at or before',
  },
  enum: {
    '==': 'is',
    '!=': 'is not',
    '>': 'above',
    '<': 'below',
    '>=': 'at least',
    '<=': 'at most',
  },
  number: {
    '==': 'is',
    '!=': 'is not',
    '>': 'more than',
    '<': 'less than',
    '>=': 'at least',
    '<=': 'at most',
  },
  boolean: { '==': 'is', '!=': 'is not' },
}

/** The operators a kind allows, in the order they are offered. */
export function operatorsOf(kind: FieldKind): readonly FilterOperator[] {
  return filterOperators.filter((operator) => operatorLabels[kind][operator] !== undefined)
}

/** The operator that `text` is, or undefined. */
export function findOperator(text: string): FilterOperator | undefined {
  return filterOperators.find((operator) => operator === text)
}
