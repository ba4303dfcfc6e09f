import type { FailureGroup, FailureStatus, FailuresAnswer } from '@cdp-watch/contract'
import { failureStatuses } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { formatShort } from '../../ui/format-time.ts'
import type { ZoneChoice } from '../../ui/time-zone.ts'

/** How a group stands, in a word. */
export const statusWords: Record<FailureStatus, string> = {
  new: 'New',
  returned: 'Came back',
  ongoing: 'Ongoing',
  recovered: 'Recovered',
}

/** The same of several. */
const severalWords: Record<FailureStatus, string> = {
  new: 'new',
  returned: 'came back',
  ongoing: 'ongoing',
  recovered: 'recovered',
}

type Standing = Pick<FailureGroup, 'status' | 'changedUTC' | 'firstSeenUTC' | 'lastSeenUTC'>

/** Since when a group stands as its status says, in a sentence. `now` in milliseconds. */
export function statusSentence(group: Standing, zone: ZoneChoice, now: number): string {
  const time = (iso: string) => formatShort(iso, zone, now)
  switch (group.status) {
    case 'new':
      return `First seen ${time(group.firstSeenUTC)}.`
    case 'returned':
      return `It had recovered, and is seen again since ${time(group.changedUTC)}.`
    case 'ongoing':
      return `Seen since ${time(group.changedUTC)}, and not recovered.`
    case 'recovered':
      return `Every policy concerned is OK again, the last one since ${time(group.changedUTC)}.`
  }
}

/** How many groups stand how, of those that there are. */
export function statusCounts(
  counts: FailuresAnswer['facets']['status'],
): { status: FailureStatus; words: string }[] {
  return failureStatuses
    .filter((status) => (counts[status] ?? 0) > 0)
    .map((status) => ({
      status,
      words: `${formatCount(counts[status] ?? 0)} ${severalWords[status]}`,
    }))
}
