import type { IndexMemory } from '../columns/index-memory.ts'
import type { PoliciesView } from '../policies/policies-view.ts'
import type { StatusCache } from '../policies/status-cache.ts'
import type { StoredRows } from './stored-rows.ts'

/** What the view has that is not of the index. */
interface ViewSetup {
  readonly scheduleZone: string
  readonly cache: StatusCache
}

/** The index as policies are judged by it. Good until the next refresh of the memory. */
export function policiesView(
  { dataVersion, readAtEm, columns, labels, words, textSets }: IndexMemory,
  stored: StoredRows,
  { scheduleZone, cache }: ViewSetup,
): PoliciesView {
  return {
    dataVersion,
    readAtEm,
    scheduleZone,
    columns,
    cache,
    policies: () => stored.policies(),
    switches: () => stored.switches(),
    label: (id) => labels.label(id),
    word: (id) => words.word(id),
    failureText: (set) => stored.text(textSets.first(set)) ?? '',
    sessionUids: (seqs) => stored.uids(seqs),
  }
}
