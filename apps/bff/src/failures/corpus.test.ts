import { describe, expect, it } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import { groupIdOf } from './group-id.ts'
import { templateOf } from './template.ts'

const grouped = corpus.map(({ cause, text, names }) => ({
  cause,
  text,
  group: groupIdOf(templateOf(text, names)),
}))

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2
}

function pairsWithin(keys: readonly string[]): number {
  return [...Map.groupBy(keys, (key) => key).values()].reduce(
    (sum, same) => sum + pairsOf(same.length),
    0,
  )
}

/** Pairs of texts that are in one group, that have one cause, and both. */
const together = pairsWithin(grouped.map(({ group }) => group))
const alike = pairsWithin(grouped.map(({ cause }) => cause))
const both = pairsWithin(grouped.map(({ group, cause }) => `${group} ${cause}`))

describe('the corpus', () => {
  it('is large and has many causes', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(320)
    expect(new Set(corpus.map(({ cause }) => cause)).size).toBeGreaterThanOrEqual(42)
  })

  it('comes into groups of one cause', () => {
    const mixed = [...Map.groupBy(grouped, ({ group }) => group).values()]
      .map((members) => [...new Set(members.map(({ cause }) => cause))])
      .filter((causes) => causes.length > 1)
    expect(both / together, JSON.stringify(mixed)).toBeGreaterThanOrEqual(0.99)
  })

  it('comes into few groups for each cause', () => {
    const split = [...Map.groupBy(grouped, ({ cause }) => cause)]
      .map(([cause, members]) => [cause, new Set(members.map(({ group }) => group)).size])
      .filter(([, groups]) => groups !== 1)
    expect(both / alike, JSON.stringify(split)).toBeGreaterThanOrEqual(0.95)
  })
})
