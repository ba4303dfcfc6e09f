import { countOf, formatCount } from '../../ui/format-count.ts'
import type { Health } from '../../ui/health.ts'
import type { AffectedVm } from './causes.ts'

const ofHealth: Record<Health, string> = {
  failed: 'failed',
  warning: 'warning',
  ok: 'OK',
  missing: 'missing',
  working: 'no result yet',
  unknown: 'result unknown',
}

/** How one VM stands to a reason, in words. */
function standingWords({ health, standing }: AffectedVm): string {
  if (standing === 'now') return ofHealth[health]
  return `${ofHealth[health]}${standing === 'recovered' ? ', recovered' : ' earlier'}`
}

/** How many VMs a reason concerns and how they stand: `2 VMs · failed · 1 recovered`. */
export function causeSummary(vms: readonly AffectedVm[]): string {
  return [...Map.groupBy(vms, standingWords)]
    .map(([words, each], index) =>
      index === 0
        ? `${countOf(each.length, 'VM')} · ${words}`
        : `${formatCount(each.length)} ${words}`,
    )
    .join(' · ')
}

/** The first names of a list, and how many more there are: `a, b and 12 more`. */
export function namesUpTo(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).join(', ')
  const more = names.length - limit
  return more > 0 ? `${shown} and ${formatCount(more)} more` : shown
}
