import { healths } from '@cdp-watch/contract'
import type { IndexMemory } from '../columns/index-memory.ts'
import type { Label } from '../columns/labels.ts'
import { fold } from '../store/fold.ts'
import type { Selection } from '../store/session-store.ts'

/** For each value of a facet, by its id, whether it was chosen: 1, else 0. Null where all are let through. */
export interface FacetChoices {
  readonly health: Uint8Array | null
  readonly state: Uint8Array | null
  readonly result: Uint8Array | null
  readonly policy: Uint8Array | null
  readonly server: Uint8Array | null
}

/**
 * Which values of each facet were chosen. Words and UIDs are taken in any case; one that no session has
 * chooses nothing, rather than everything.
 */
export function facetChoices(
  selection: Selection,
  { words, labels }: Pick<IndexMemory, 'words' | 'labels'>,
): FacetChoices {
  const { healths: wantedHealths } = selection
  const isAmong = (values: readonly string[]) => {
    const folded = new Set(values.map(fold))
    return (value: string) => folded.has(fold(value))
  }
  const ofWords = (values: readonly string[]) =>
    values.length === 0 ? null : words.truth(isAmong(values))
  const ofLabels = (kind: Label['kind'], uids: readonly string[]) => {
    if (uids.length === 0) return null
    const truth = new Uint8Array(labels.newest + 1)
    for (const uid of uids) for (const id of labels.withUid(kind, uid)) truth[id] = 1
    return truth
  }
  return {
    health:
      wantedHealths.length === 0
        ? null
        : Uint8Array.from(healths, (health) => Number(wantedHealths.includes(health))),
    state: ofWords(selection.states),
    result: ofWords(selection.results),
    policy: ofLabels('policy', selection.policyUids),
    server: ofLabels('server', selection.backupServerUids),
  }
}
