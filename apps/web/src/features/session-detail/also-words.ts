import type { SessionDetail } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'
import { formatDay } from '../../ui/format-time.ts'
import type { ZoneChoice } from '../../ui/time-zone.ts'

type Group = SessionDetail['failureTexts'][number]['group']

/** Where else a cause was met: `also in 14 sessions of 5 policies since 3 Nov`. `now` in milliseconds. */
export function alsoWords(group: Group, zone: ZoneChoice, now: number): string {
  if (group === null) return 'its cause'
  const others = group.sessions - 1
  if (others < 1) return 'only in this session so far'
  const since = formatDay(group.firstSeenUTC, zone, now)
  const policies = countOf(group.policies, 'policy', 'policies')
  return `also in ${countOf(others, 'session')} of ${policies} since ${since}`
}
