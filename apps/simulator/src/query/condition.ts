import type { Identity } from '../estate/identity.ts'
import type { SessionRow } from '../estate/session-row.ts'
import type { Ticks } from '../estate/ticks.ts'
import type { Operator } from './expression.ts'

/** What can be said of all tasks of a session without looking at them: 0 = none meets it, 2 = all do, 1 = unknown. */
export type Truth = 0 | 1 | 2

/** Where rows that meet a condition can be at all, so that a query need not look at all sessions. */
export interface Reach {
  /** The things named by Id. Undefined where any may meet it. */
  readonly named: readonly Identity[] | undefined
  /** Bounds, both included, of the start of the session. */
  readonly from: Ticks
  readonly to: Ticks
  /** Active: sessions that have not stopped, and only those of their tasks that are not completed. */
  readonly sessions: 'all' | 'active'
}

/** A condition on rows, ready to be tested. */
export interface Condition<Row> {
  readonly meets: (row: Row) => boolean
  readonly tasksOf: (session: SessionRow) => Truth
  readonly reach: Reach
}

/** No bounds at all. */
export const anywhere: Reach = {
  named: undefined,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  sessions: 'all',
}

const unknown = (): Truth => 1

/** A condition of which nothing is known beforehand. */
export function condition<Row>(meets: (row: Row) => boolean, more: Partial<Condition<Row>> = {}) {
  return { meets, tasksOf: unknown, reach: anywhere, ...more }
}

/** Met by every row: what an absent filter means. */
export function always<Row>(): Condition<Row> {
  return condition<Row>(() => true, { tasksOf: () => 2 })
}

function fewer(a: Reach['named'], b: Reach['named']): Reach['named'] {
  if (!a || !b) return a ?? b
  return a.length <= b.length ? a : b
}

/** All of the parts (AND). */
export function allOf<Row>(parts: readonly Condition<Row>[]): Condition<Row> {
  return {
    meets: (row) => parts.every((part) => part.meets(row)),
    tasksOf: (session) => {
      let truth: Truth = 2
      for (const part of parts) {
        const own = part.tasksOf(session)
        if (own < truth) truth = own
        if (truth === 0) break
      }
      return truth
    },
    reach: parts.reduce<Reach>(
      (reach, part) => ({
        named: fewer(reach.named, part.reach.named),
        from: Math.max(reach.from, part.reach.from),
        to: Math.min(reach.to, part.reach.to),
        sessions: part.reach.sessions === 'active' ? 'active' : reach.sessions,
      }),
      anywhere,
    ),
  }
}

/** At least one of the parts (OR). */
export function anyOf<Row>(parts: readonly Condition<Row>[]): Condition<Row> {
  const named = parts.flatMap((part) => part.reach.named ?? [])
  return {
    meets: (row) => parts.some((part) => part.meets(row)),
    tasksOf: (session) => {
      let truth: Truth = 0
      for (const part of parts) {
        const own = part.tasksOf(session)
        if (own > truth) truth = own
        if (truth === 2) break
      }
      return truth
    },
    reach: {
      named: parts.every((part) => part.reach.named) ? named : undefined,
      from: Math.min(...parts.map((part) => part.reach.from)),
      to: Math.max(...parts.map((part) => part.reach.to)),
      sessions: parts.every((part) => part.reach.sessions === 'active') ? 'active' : 'all',
    },
  }
}

/** Compares numbers. NaN stands for no value: it is unequal to anything, and neither more nor less. */
export function compareNumber(operator: Operator, value: number): (of: number) => boolean {
  switch (operator) {
    case '==':
      return (of) => of === value
    case '!=':
      return (of) => of !== value
    case '>':
      return (of) => of > value
    case '<':
      return (of) => of < value
    case '>=':
      return (of) => of >= value
    case '<=':
      return (of) => of <= value
  }
}

/** Compares texts by their code units, letter case included. */
export function compareText(operator: Operator, value: string): (of: string) => boolean {
  switch (operator) {
    case '==':
      return (of) => of === value
    case '!=':
      return (of) => of !== value
    case '>':
      return (of) => of > value
    case '<':
      return (of) => of < value
    case '>=':
      return (of) => of >= value
    case '<=':
      return (of) => of <= value
  }
}

/** What a comparison says of all values between two bounds, both included. */
export function compareRange(operator: Operator, value: number, low: number, high: number): Truth {
  const test = compareNumber(operator, value)
  if (operator === '==') return value < low || value > high ? 0 : 1
  if (operator === '!=') return value < low || value > high ? 2 : 1
  const [first, last] = [test(low), test(high)]
  if (first && last) return 2
  return first || last ? 1 : 0
}
