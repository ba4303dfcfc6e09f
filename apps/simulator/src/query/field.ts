import { parseInstant } from '../estate/ticks.ts'
import type { Condition } from './condition.ts'
import { compareNumber, compareText, condition } from './condition.ts'
import type { Operator } from './expression.ts'
import { FilterError } from './expression.ts'

/** How rows are put in order. */
export type SortKey<Row> =
  | { readonly kind: 'number'; readonly of: (row: Row) => number }
  | { readonly kind: 'text'; readonly of: (row: Row) => string }
  /** As the sessions are stored, by the time of their start. */
  | { readonly kind: 'start' }

/** A parameter by which EM filters and sorts rows of a type. */
export interface Field<Row> {
  readonly name: string
  /** Makes the condition of a comparison. Throws FilterError for a value or operator that does not fit. */
  readonly compare: (operator: Operator, value: string) => Condition<Row>
  readonly sortKey: SortKey<Row>
}

type More<Row, Value> = (operator: Operator, value: Value) => Partial<Condition<Row>>

const nothingMore = () => ({})

/** Text; EM's null compares as an empty text. */
export function textField<Row>(
  name: string,
  of: (row: Row) => string | null,
  more: More<Row, string> = nothingMore,
): Field<Row> {
  return {
    name,
    sortKey: { kind: 'text', of: (row) => of(row) ?? '' },
    compare: (operator, value) => {
      const test = compareText(operator, value)
      return condition((row: Row) => test(of(row) ?? ''), more(operator, value))
    },
  }
}

/** Reads a time in a filter to ticks. Throws FilterError. */
function instant(name: string, value: string): number {
  const ticks = parseInstant(value)
  if (ticks === undefined) throw new FilterError(`'${value}' is not a valid UTC date for ${name}.`)
  return ticks
}

/** A time in ticks, NaN where there is none. */
export function timeField<Row>(
  name: string,
  of: (row: Row) => number,
  more: More<Row, number> = nothingMore,
): Field<Row> {
  return {
    name,
    sortKey: { kind: 'number', of },
    compare: (operator, text) => {
      const value = instant(name, text)
      const test = compareNumber(operator, value)
      return condition((row: Row) => test(of(row)), more(operator, value))
    },
  }
}

/** A whole number. */
export function numberField<Row>(name: string, of: (row: Row) => number): Field<Row> {
  return {
    name,
    sortKey: { kind: 'number', of },
    compare: (operator, text) => {
      if (!/^-?\d+$/.test(text))
        throw new FilterError(`'${text}' is not a valid number for ${name}.`)
      const test = compareNumber(operator, Number(text))
      return condition((row: Row) => test(of(row)))
    },
  }
}

function onlyEquality(name: string, operator: Operator): void {
  if (operator !== '==' && operator !== '!=') {
    throw new FilterError(`Operator ${operator} cannot be used with ${name}.`)
  }
}

/** True or false, in any letter case. */
export function flagField<Row>(name: string, of: (row: Row) => boolean): Field<Row> {
  return {
    name,
    sortKey: { kind: 'number', of: (row) => Number(of(row)) },
    compare: (operator, text) => {
      onlyEquality(name, operator)
      const value = ['false', 'true'].indexOf(text.toLowerCase())
      if (value === -1) throw new FilterError(`'${text}' is not a valid value for ${name}.`)
      const wanted = (value === 1) === (operator === '==')
      return condition((row: Row) => of(row) === wanted)
    },
  }
}

/** One of a list of names, in any letter case. They compare by their place in the list. */
export function enumField<Row>(
  name: string,
  names: readonly string[],
  of: (row: Row) => number,
  more: More<Row, number> = nothingMore,
): Field<Row> {
  const ranks = new Map(names.map((value, rank) => [value.toLowerCase(), rank]))
  return {
    name,
    sortKey: { kind: 'number', of },
    compare: (operator, text) => {
      const rank = ranks.get(text.toLowerCase())
      if (rank === undefined) throw new FilterError(`'${text}' is not a valid value for ${name}.`)
      const test = compareNumber(operator, rank)
      return condition((row: Row) => test(of(row)), more(operator, rank))
    },
  }
}

/** An id, as a URN or its bare GUID: equal or not, nothing else. `find` makes the test for one id. */
export function uidField<Row>(
  name: string,
  orderOf: (row: Row) => number,
  find: (value: string) => Condition<Row>,
): Field<Row> {
  return {
    name,
    sortKey: { kind: 'number', of: orderOf },
    compare: (operator, value) => {
      onlyEquality(name, operator)
      const found = find(value)
      if (operator === '==') return found
      return condition((row: Row) => !found.meets(row), {
        tasksOf: (session) => {
          const truth = found.tasksOf(session)
          return truth === 1 ? 1 : truth === 0 ? 2 : 0
        },
      })
    },
  }
}
