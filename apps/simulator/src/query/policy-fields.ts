import { guidInUid } from '../estate/identity.ts'
import type { Infrastructure, Policy } from '../estate/policies.ts'
import { elementAt } from '../estate/random.ts'
import type { Ticks } from '../estate/ticks.ts'
import { SECOND } from '../estate/ticks.ts'
import { compareText, condition } from './condition.ts'
import type { Operator } from './expression.ts'
import type { Field } from './field.ts'
import { uidField } from './field.ts'

/** A row that belongs to a policy: all that depends on the policy alone is looked up in a table by its index. */
interface OfPolicy {
  readonly policyIndex: number
}

/** The rank of each policy by some text, the same for equal texts. */
function ranksOf(infrastructure: Infrastructure, text: (policy: Policy) => string): number[] {
  const texts = infrastructure.policies.map(text)
  const ordered = [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1))
  const ranks = new Map(ordered.map((value, rank) => [value, rank]))
  return texts.map((value) => ranks.get(value) ?? 0)
}

/** A text that all rows of a policy share, such as its name or the name of its backup server. */
export function policyTextField<Row extends OfPolicy>(
  infrastructure: Infrastructure,
  name: string,
  text: (policy: Policy) => string,
): Field<Row> {
  const ranks = ranksOf(infrastructure, text)
  return {
    name,
    sortKey: { kind: 'number', of: (row) => elementAt(ranks, row.policyIndex) },
    compare: (operator, value) => {
      const test = compareText(operator, value)
      const table = Uint8Array.from(infrastructure.policies, (policy) => Number(test(text(policy))))
      return condition((row: Row) => table[row.policyIndex] === 1, {
        tasksOf: (session) => (table[session.policyIndex] === 1 ? 2 : 0),
      })
    },
  }
}

/** An id that all rows of a policy share. */
export function policyUidField<Row extends OfPolicy>(
  infrastructure: Infrastructure,
  name: string,
  guid: (policy: Policy) => string,
): Field<Row> {
  const ranks = ranksOf(infrastructure, guid)
  return uidField(
    name,
    (row) => elementAt(ranks, row.policyIndex),
    (value) => {
      const wanted = guidInUid(value).toLowerCase()
      const table = Uint8Array.from(infrastructure.policies, (policy) =>
        Number(guid(policy) === wanted),
      )
      return condition((row: Row) => table[row.policyIndex] === 1, {
        tasksOf: (session) => (table[session.policyIndex] === 1 ? 2 : 0),
      })
    },
  )
}

/**
 * Comparisons with the name of a session, `policy@time`. The policy alone decides nearly all of them, which spares
 * the making of 450 000 names.
 */
export function sessionNames(infrastructure: Infrastructure) {
  const ranks = ranksOf(infrastructure, (policy) => `${policy.name}@`)
  return {
    sortKey: (session: OfPolicy & { readonly created: Ticks }) =>
      elementAt(ranks, session.policyIndex) * 2 ** 32 + Math.floor(session.created / SECOND),
    compare: (operator: Operator, value: string) => {
      const test = compareText(operator, value)
      const table = infrastructure.policies.map((policy) => {
        const prefix = `${policy.name}@`
        return value.startsWith(prefix) ? 'look' : test(prefix)
      })
      return (session: OfPolicy & { readonly name: string }): boolean => {
        const known = elementAt(table, session.policyIndex)
        return known === 'look' ? test(session.name) : known
      }
    },
  }
}
