import type { Expression } from './expression.ts'
import { FilterError } from './expression.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

/** Reads a filter: `;` is AND and binds tighter than `,`, which is OR. Throws FilterError with the position. */
export function parseFilter(text: string): Expression {
  const tokens = tokenize(text)
  let next = 0

  const fail = (expected: string): never => {
    const token = tokens[next]
    throw new FilterError(
      token ? `${expected} expected at position ${token.at}.` : `${expected} expected at the end.`,
    )
  }
  const take = (kind: Token['kind']): boolean => {
    if (tokens[next]?.kind !== kind) return false
    next += 1
    return true
  }
  const list = (kind: 'and' | 'or', part: () => Expression): Expression => {
    const first = part()
    const parts = [first]
    while (take(kind)) parts.push(part())
    return parts.length === 1 ? first : { kind, parts }
  }
  const comparison = (): Expression => {
    if (take('open')) {
      const inner = either()
      return take('close') ? inner : fail("')'")
    }
    const field = tokens[next]
    if (field?.kind !== 'word') return fail('Parameter name')
    next += 1
    const operator = tokens[next]
    if (operator?.kind !== 'operator') return fail('Comparison operator')
    next += 1
    const value = tokens[next]
    if (value?.kind !== 'word' && value?.kind !== 'quoted') return fail('Value')
    next += 1
    return { kind: 'comparison', field: field.text, operator: operator.operator, value: value.text }
  }
  const both = () => list('and', comparison)
  const either = (): Expression => list('or', both)

  const expression = either()
  return next === tokens.length ? expression : fail('End of the filter')
}
