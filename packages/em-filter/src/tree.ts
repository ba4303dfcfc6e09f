import type { FilterOperator } from './operators.ts'

export interface FilterCondition {
  readonly kind: 'condition'
  /** EM's name of the field, in EM's case. */
  readonly field: string
  readonly operator: FilterOperator
  readonly value: string
}

export interface FilterGroup {
  readonly kind: 'and' | 'or'
  readonly children: readonly FilterTree[]
}

/** A filter. "No filter" is not a tree but undefined. */
export type FilterTree = FilterCondition | FilterGroup

/** One comparison; the value is not checked here. */
export function condition(field: string, operator: FilterOperator, value: string): FilterCondition {
  return { kind: 'condition', field, operator, value }
}

const group = (kind: 'and' | 'or', children: readonly FilterTree[]): FilterTree => {
  const flat = children
    .map(normalize)
    .flatMap((child) => (child.kind === kind ? child.children : [child]))
  const [only, second] = flat
  if (only === undefined) throw new RangeError(`An "${kind}" group needs at least one condition`)
  return second === undefined ? only : { kind, children: flat }
}

/**
 * All of them must hold. Parts that are undefined restrict nothing and are left out; undefined when
 * none is left. Groups of the same kind are merged.
 */
export function and(first: FilterTree, ...rest: readonly (FilterTree | undefined)[]): FilterTree
export function and(...parts: readonly (FilterTree | undefined)[]): FilterTree | undefined
export function and(...parts: readonly (FilterTree | undefined)[]): FilterTree | undefined {
  const present = parts.filter((part) => part !== undefined)
  return present.length === 0 ? undefined : group('and', present)
}

/**
 * At least one of them must hold. Groups of the same kind are merged. None at all would match
 * nothing, which EM's language cannot say, so that throws a RangeError: it must not come out as
 * "no filter".
 */
export function or(...parts: readonly FilterTree[]): FilterTree {
  return group('or', parts)
}

/**
 * The same filter with groups of the same kind merged and groups of one replaced by that one.
 * Throws a RangeError for an empty group.
 */
export function normalize(tree: FilterTree): FilterTree {
  return tree.kind === 'condition' ? tree : group(tree.kind, tree.children)
}
