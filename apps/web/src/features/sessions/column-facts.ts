import type { ColumnId } from './column-ids.ts'
import type { Source } from './sessions-search.ts'

/** What the table needs to know of a column beyond its cells. */
interface ColumnFacts {
  label: string
  /** Narrowest width in pixels, and how much of the room that is left it takes. */
  width: number
  grow?: number
  /** Field to sort by in the index, and in EM where it has another; `liveReason` where EM cannot sort by it. */
  sort?: string
  liveSort?: string
  liveReason?: string
}

export const columnFacts: Record<ColumnId, ColumnFacts> = {
  health: { label: 'Health', width: 90, sort: 'health', liveSort: 'result' },
  result: { label: 'Result', width: 76, sort: 'result' },
  state: { label: 'State', width: 72, sort: 'state' },
  policy: { label: 'Policy', width: 140, grow: 1, sort: 'policyName' },
  server: { label: 'Server', width: 90, sort: 'backupServerName' },
  started: { label: 'Started', width: 104, sort: 'creationTimeUTC' },
  ended: { label: 'Ended', width: 104, sort: 'endTimeUTC' },
  duration: {
    label: 'Duration',
    width: 78,
    sort: 'duration',
    liveReason: 'Enterprise Manager has no duration to sort by',
  },
  vms: {
    label: 'VMs',
    width: 100,
    sort: 'vmsFailed',
    liveReason: 'Enterprise Manager does not count failing VMs',
  },
  failure: {
    label: 'Failure',
    width: 200,
    grow: 3,
    sort: 'failureText',
    liveSort: 'failureMessage',
  },
  message: { label: 'Own message', width: 200, grow: 1, sort: 'failureMessage' },
  retry: { label: 'Retry', width: 52 },
  name: { label: 'Session name', width: 260, sort: 'name' },
  id: { label: 'Session id', width: 420, sort: 'uid' },
  policyId: { label: 'Policy id', width: 400, sort: 'policyUid' },
  serverId: { label: 'Server id', width: 410, sort: 'backupServerUid' },
}

/** The field a column sorts by, or why it cannot be sorted by. */
export type ColumnSort = { field: string } | { reason: string }

/** How a column sorts where its rows come from this source. */
export function columnSort(id: ColumnId, source: Source): ColumnSort {
  const { sort, liveSort, liveReason } = columnFacts[id]
  if (source === 'live' && liveReason !== undefined) return { reason: liveReason }
  const field = source === 'live' ? (liveSort ?? sort) : sort
  return field === undefined ? { reason: 'Sessions cannot be sorted by this' } : { field }
}

/** CSS grid tracks of the columns shown. */
export function tracksOf(shown: readonly ColumnId[]): string {
  return shown
    .map((id) => {
      const { width, grow } = columnFacts[id]
      return grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`
    })
    .join(' ')
}

/** Narrowest width of a row in pixels, with its gaps and its padding. */
export function leastWidth(shown: readonly ColumnId[]): number {
  const gap = 12
  const padding = 28
  return shown.reduce((sum, id) => sum + columnFacts[id].width, padding + gap * (shown.length - 1))
}
