import { badValue } from './bad-values.ts'
import { blames, type Expectation, type Pairs } from './fuzz-request.ts'
import { type Ground, goodValue } from './good-values.ts'
import { nastyText } from './nasty-text.ts'
import type { Operation } from './operations.ts'
import type { Random } from './random.ts'

/** What is done to a request; `nobody` and `screen` say who sends it. */
export type RequestKind =
  | 'good'
  | 'one-bad'
  | 'two-bad'
  | 'unknown'
  | 'repeated'
  | 'path'
  | 'method'
  | 'head'
  | 'nobody'
  | 'screen'

/** What may not stand beside a parameter, and would be blamed for that. */
const rivals: Readonly<Record<string, readonly string[]>> = {
  sortAsc: ['sortDesc'],
  sortDesc: ['sortAsc'],
}

/** What a kind of request does to the query; nothing where it is about something else. */
export function spoil(
  kind: RequestKind,
  ground: Ground,
  good: Pairs,
): { pairs: Pairs; expected: Expectation } | undefined {
  const { random, operation } = ground
  switch (kind) {
    case 'one-bad':
    case 'two-bad': {
      if (operation.query.length === 0) return undefined
      const count = kind === 'one-bad' ? 1 : 2
      const spoilt = Array.from({ length: count }, () => random.pick(operation.query))
      const pairs = spoilt.reduce<Pairs>((before, parameter) => {
        const others = without(before, parameter.name, ...(rivals[parameter.name] ?? []), 'cursor')
        const other = parameter.name === 'cursor' ? otherQuestion(others, random) : others
        return [...other, [parameter.name, badValue(ground, parameter)]]
      }, good)
      return { pairs, expected: blames(...spoilt.map(({ name }) => name)) }
    }
    case 'unknown': {
      const name = unknownName(random, operation)
      return { pairs: [...good, [name, random.pick(['', '1'])]], expected: blames(name) }
    }
    case 'repeated': {
      const single = operation.query.filter(({ schema }) => schema.type !== 'array')
      if (single.length === 0) return undefined
      const parameter = random.pick(single)
      const value = goodValue(ground, parameter)
      const pair = [parameter.name, value] as const
      return {
        pairs: [...without(good, parameter.name), pair, pair],
        expected: blames(parameter.name),
      }
    }
    default:
      return undefined
  }
}

function without(pairs: Pairs, ...names: readonly string[]): Pairs {
  return pairs.filter(([name]) => !names.includes(name))
}

/** The same, but that no cursor is of it. */
function otherQuestion(pairs: Pairs, random: Random): Pairs {
  return [...without(pairs, 'q', 'offset'), ['q', `nobody asked for ${random.fraction()}`]]
}

function unknownName(random: Random, { query }: Operation): string {
  const known = query.length > 0 ? random.pick(query).name : 'id'
  const name = random.pick([
    `${known}[]`,
    `${known}[$ne]`,
    `${known} `,
    known.toUpperCase(),
    '__proto__',
    'constructor',
    'toString',
    '',
    nastyText(random, 200),
    'x'.repeat(5000),
  ])
  return query.some((each) => each.name === name) ? `${name}?` : name
}
