import { condition, encode, type FilterTree, or } from '@cdp-watch/em-filter'

/** Windows' web server takes lines of 16 kB, what stands in between often half of that. */
const longestFilter = 6000

/**
 * Filters that together match all rows whose `field` is one of the UIDs: each of at most `most`
 * conditions, and short enough for one address. EM has no "in".
 */
export function uidBatches(field: string, uids: readonly string[], most: number): FilterTree[] {
  const batches: FilterTree[][] = []
  let length = 0
  for (const uid of new Set(uids)) {
    const last = batches.at(-1)
    const added = encode(`${field}=="${uid}",`).length
    length += added
    if (last && last.length < most && length <= longestFilter) {
      last.push(condition(field, '==', uid))
    } else {
      batches.push([condition(field, '==', uid)])
      length = added
    }
  }
  return batches.map((batch) => or(...batch))
}
