import { type Facets, healths, maxFacetEntries } from '@cdp-watch/contract'
import type { IndexMemory } from '../columns/index-memory.ts'
import type { Labels } from '../columns/labels.ts'
import { fold } from '../store/fold.ts'
import type { FacetChoices } from './facet-choices.ts'
import { facetCounts } from './facet-counts.ts'
import { nonZero } from './non-zero.ts'
import type { ScanResult } from './scan.ts'
import { stableSort } from './stable-sort.ts'

/**
 * What a scan has counted, by what it counts. Of State, Result and health what is there and what was
 * chosen; of policies and servers the most frequent ones whose names contain `facetText`, and those
 * chosen. Those without a UID cannot be filtered by, so that they are counted in `distinct` alone.
 */
export function facetsOf(
  { columns, words, labels }: Pick<IndexMemory, 'columns' | 'words' | 'labels'>,
  scanned: Pick<ScanResult, 'counts' | 'failures'>,
  choices: FacetChoices,
  facetText: string,
): Facets {
  const counts = facetCounts(columns.combinations, scanned, {
    health: healths.length,
    words: words.newest + 1,
    labels: labels.newest + 1,
  })
  const text = fold(facetText)
  const policy = countLabels(counts.policy, choices.policy, labels, text)
  const server = countLabels(counts.server, choices.server, labels, text)
  return {
    health: countNamed(counts.health, choices.health, (id) => healths[id] ?? ''),
    state: countNamed(counts.state, choices.state, (id) => words.word(id)),
    result: countNamed(counts.result, choices.result, (id) => words.word(id)),
    policy: policy.entries,
    backupServer: server.entries,
    distinct: { policy: policy.distinct, backupServer: server.distinct },
  }
}

function countNamed(
  counts: Uint32Array,
  chosen: Uint8Array | null,
  nameOf: (id: number) => string,
): Record<string, number> {
  const named: [string, number][] = []
  counts.forEach((count, id) => {
    const name = nameOf(id)
    if (name !== '' && (count > 0 || chosen?.[id] === 1)) named.push([name, count])
  })
  return Object.fromEntries(named)
}

interface LabelCounts {
  readonly entries: Facets['policy']
  readonly distinct: number
}

/** Entries by count, then name. */
function countLabels(
  counts: Uint32Array,
  chosen: Uint8Array | null,
  labels: Labels,
  text: string,
): LabelCounts {
  const byName = labels.identitiesByName()
  const places = labels.placesByName()
  const labelAt = (place: number) => labels.newestOf(byName[place] ?? 0)
  // By place, so that what is sorted by count alone stays in order of names.
  const sums = new Uint32Array(byName.length)
  const isChosen = new Uint8Array(byName.length)
  for (let id = 0; id < counts.length; id += 1) {
    const place = places[id] ?? 0
    sums[place] = (sums[place] ?? 0) + (counts[id] ?? 0)
    if (chosen?.[id] === 1) isChosen[place] = 1
  }
  const counted = nonZero(sums)
  const found =
    text === '' ? counted : counted.filter((place) => labelAt(place).folded.includes(text))
  const byCount = stableSort(found, (place) => sums[place] ?? 0, true)
  const frequent = new Set<number>()
  for (const place of byCount) {
    if (frequent.size === maxFacetEntries) break
    if (labelAt(place).uid !== '') frequent.add(place)
  }
  const others = nonZero(isChosen).filter((place) => !frequent.has(place))
  return {
    entries: [...frequent, ...others].map((place) => {
      const { uid, name } = labelAt(place)
      return { uid, name, count: sums[place] ?? 0 }
    }),
    distinct: found.length,
  }
}
