import { compareHealth, type PoliciesQuery, policySortFields } from '@cdp-watch/contract'
import type { PolicyStatusRow } from './policy-status-row.ts'

type Compare = (a: PolicyStatusRow, b: PolicyStatusRow) => number

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** A policy without a streak is well from now on. */
const since = ({ streakSince }: PolicyStatusRow) => streakSince ?? Number.MAX_SAFE_INTEGER

const longestStreakFirst: Compare = (a, b) => since(a) - since(b)

const byName: Compare = (a, b) =>
  compareText(a.foldedName, b.foldedName) || compareText(a.row.uid, b.row.uid)

const comparers: Record<(typeof policySortFields)[number], Compare> = {
  health: (a, b) => compareHealth(a.status.health, b.status.health),
  name: (a, b) => compareText(a.foldedName, b.foldedName),
  backupServerName: (a, b) => compareText(a.foldedServer, b.foldedServer),
  streak: (a, b) => since(b) - since(a),
  vmsFailed: (a, b) => a.vmsFailed - b.vmsFailed,
}

/**
 * The order of `sort`, worst first where it is left out. Ties: by health the longest streak first, then
 * by name in any case. A name's digits are not read as numbers, as nowhere in the index.
 */
export function policiesOrder(sort: PoliciesQuery['sort']): Compare {
  const field = policySortFields.find((name) => name === sort?.replace('-', '')) ?? 'health'
  const sign = sort?.startsWith('-') ? -1 : 1
  const compare = comparers[field]
  const tie = field === 'health' ? longestStreakFirst : () => 0
  return (a, b) => sign * compare(a, b) || tie(a, b) || byName(a, b)
}
