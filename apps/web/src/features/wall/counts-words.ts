import type { Overview } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'

/** Policies that are not well. */
export function illCount({ counts }: Pick<Overview, 'counts'>): number {
  return counts.failed + counts.missing + counts.warning
}

/** All policies that are meant. */
export function policyCount({ counts }: Pick<Overview, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** The counts in a sentence, for those who hear them. */
export function countsSentence({ counts }: Pick<Overview, 'counts'>): string {
  const { failed, warning, missing, unknown, ok } = counts
  const parts = [
    `${failed} failed`,
    `${warning} with a warning`,
    `${missing} missing`,
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    `${ok} OK`,
  ]
  return `${countOf(policyCount({ counts }), 'policy', 'policies')}: ${parts.join(', ')}.`
}

/** What is said where nothing is wrong; `isStale`: it was so when it was last known. */
export function calmSentence({ counts }: Pick<Overview, 'counts'>, isStale: boolean): string {
  const { ok } = counts
  if (ok === 1) return isStale ? 'The policy was well' : 'The policy is well'
  return `${countOf(ok, 'policy', 'policies')} ${isStale ? 'were' : 'are'} well`
}
