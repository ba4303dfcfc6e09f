import type { Facets } from '@cdp-watch/contract'

type NamedCount = Facets['policy'][number]

/** A value of a facet and how many sessions have it; undefined: not known yet. */
export interface FacetChoice {
  value: string
  label: string
  count: number | undefined
}

/**
 * Values of a facet in a settled order, so that counts may change and lines stay: the usual ones always,
 * the others where there are such sessions or they are chosen.
 */
export function facetChoices(
  usual: readonly string[],
  others: readonly string[],
  counts: Readonly<Record<string, number>> | undefined,
  chosen: readonly string[],
): FacetChoice[] {
  const unforeseen = [...new Set([...Object.keys(counts ?? {}), ...chosen])]
    .filter((value) => !usual.includes(value) && !others.includes(value))
    .sort()
  const seen = [...others, ...unforeseen].filter(
    (value) => (counts?.[value] ?? 0) > 0 || chosen.includes(value),
  )
  return [...usual, ...seen].map((value) => ({
    value,
    label: value,
    count: counts === undefined ? undefined : (counts[value] ?? 0),
  }))
}

/** Policies or servers as choices; those of one name are told apart by the end of their UID. */
export function namedChoices(named: readonly NamedCount[]): FacetChoice[] {
  const names = new Map<string, number>()
  for (const { name } of named) names.set(name, (names.get(name) ?? 0) + 1)
  return named
    .filter(({ uid }) => uid !== '')
    .map(({ uid, name, count }) => ({
      value: uid,
      label: (names.get(name) ?? 0) > 1 ? `${name} · ${uid.slice(-4)}` : name,
      count,
    }))
}
