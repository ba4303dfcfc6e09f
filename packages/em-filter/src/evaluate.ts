import { type EntityType, type FilterField, findField } from './fields.ts'
import { compareInstants, readTime } from './instant.ts'
import type { ComparisonOperator } from './operators.ts'
import type { FilterCondition, FilterTree } from './tree.ts'
import { readValue } from './value.ts'

/** The order of the entity's value to the condition's; `unordered` where there is none. */
type Order = number | 'unordered'

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).toLowerCase()

const orderOfTimes = (actual: unknown, wanted: string): Order => {
  const a = typeof actual === 'string' ? readTime(actual) : undefined
  const b = readTime(wanted)
  return a === undefined || b === undefined ? 'unordered' : compareInstants(a.instant, b.instant)
}

const orderOfNumbers = (actual: unknown, wanted: string): Order => {
  const a = typeof actual === 'string' && actual.trim() !== '' ? Number(actual) : actual
  if (typeof a !== 'bigint' && (typeof a !== 'number' || Number.isNaN(a))) return 'unordered'
  // The condition's number may be beyond 2^53, where only bigint is exact.
  const b = BigInt(wanted)
  return a < b ? -1 : a > b ? 1 : 0
}

const orderOfRanks = (field: FilterField, actual: unknown, wanted: string): Order => {
  const ranks = (field.values ?? []).map((value) => value.toLowerCase())
  const a = ranks.indexOf(textOf(actual))
  const b = ranks.indexOf(wanted.toLowerCase())
  if (a !== -1 && b !== -1) return a - b
  return textOf(actual) === wanted.toLowerCase() ? 0 : 'unordered'
}

const orderOf = (field: FilterField, actual: unknown, wanted: string): Order => {
  switch (field.kind) {
    case 'uid':
    case 'text':
    case 'boolean':
      return compareText(textOf(actual), wanted.toLowerCase())
    case 'time':
      return orderOfTimes(actual, wanted)
    case 'number':
      return orderOfNumbers(actual, wanted)
    case 'enum':
      return orderOfRanks(field, actual, wanted)
  }
}

const holds = (operator: ComparisonOperator, order: Order): boolean => {
  if (order === 'unordered') return operator === '!='
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
  }
}

const conditionHolds = (
  { field: name, operator, value }: FilterCondition,
  type: EntityType,
  entity: Readonly<Record<string, unknown>>,
): boolean => {
  const field = findField(type, name)
  if (field === undefined || !field.operators.includes(operator)) {
    throw new RangeError(`${type} has no condition ${name} ${operator}`)
  }
  const wanted = readValue(field, operator, value)
  if (!wanted.ok) throw new RangeError(wanted.message)
  const actual = entity[field.key]
  return operator === '~='
    ? textOf(actual).includes(wanted.value.toLowerCase())
    : holds(operator, orderOf(field, actual, wanted.value))
}

/**
 * Whether an entity, keyed by the fields' `key`, matches a filter; no filter matches all.
 * Texts and uids compare in any case and sort by code unit; a missing or null text is "", so that
 * `FailureMessage==""` finds both ways in which EM leaves it empty. Enums compare by rank, times as
 * instants, a bare date being its midnight UTC. A time, number or enum that is missing, unreadable
 * or without a rank is unequal to every other value and neither above nor below it.
 * Throws a RangeError for a field or operator that the type does not have, and for a bad value.
 */
export function evaluate(
  tree: FilterTree | undefined,
  type: EntityType,
  entity: Readonly<Record<string, unknown>>,
): boolean {
  if (tree === undefined) return true
  switch (tree.kind) {
    case 'condition':
      return conditionHolds(tree, type, entity)
    case 'and':
      return tree.children.every((child) => evaluate(child, type, entity))
    case 'or':
      return tree.children.some((child) => evaluate(child, type, entity))
  }
}
