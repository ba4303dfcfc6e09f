import type { Session } from '@cdp-watch/contract'
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { DurationText } from '../../ui/duration-text.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import type { ColumnId } from './column-ids.ts'
import { FailureCell, HealthCell, VmsCell } from './session-cells.tsx'
import classes from './sessions-table.module.css'

/** What the table needs to know of a column beyond its cells. */
export interface ColumnFacts {
  label: string
  /** Narrowest width in pixels, and how much of the room that is left it takes. */
  width: number
  grow?: number
  /** EM's field to sort by; absent where EM cannot, and `unsortable` then says why. */
  field?: string
  unsortable?: string
}

export const columnFacts: Record<ColumnId, ColumnFacts> = {
  health: { label: 'Health', width: 96, field: 'Result' },
  state: { label: 'State', width: 76, field: 'State' },
  policy: { label: 'Policy', width: 150, grow: 1, field: 'PolicyName' },
  server: { label: 'Server', width: 96, field: 'BackupServerName' },
  started: { label: 'Started', width: 104, field: 'CreationTimeUTC' },
  ended: { label: 'Ended', width: 104, field: 'EndTimeUTC' },
  duration: {
    label: 'Duration',
    width: 78,
    unsortable: 'Enterprise Manager has no duration to sort by',
  },
  vms: { label: 'VMs', width: 72, unsortable: 'Enterprise Manager does not count failing VMs' },
  failure: { label: 'Failure', width: 260, grow: 3, field: 'FailureMessage' },
  retry: { label: 'Retry', width: 52, unsortable: 'Enterprise Manager cannot sort by this' },
  name: { label: 'Session name', width: 260, field: 'Name' },
  id: { label: 'Session id', width: 420, field: 'Id' },
  policyId: { label: 'Policy id', width: 400, field: 'PolicyUid' },
  serverId: { label: 'Server id', width: 410, field: 'BackupServerUid' },
}

/** CSS grid tracks of the columns shown. */
export function tracksOf(shown: readonly ColumnId[]): string {
  const track = ({ width, grow }: ColumnFacts) =>
    grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`
  return shown.map((id) => track(columnFacts[id])).join(' ')
}

/** Narrowest width of a row in pixels, with its gaps and its padding. */
export function leastWidth(shown: readonly ColumnId[]): number {
  const gap = 12
  const padding = 28
  return shown.reduce((sum, id) => sum + columnFacts[id].width, padding + gap * (shown.length - 1))
}

export const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, Session>()
const facts = (id: ColumnId) => ({ id, header: columnFacts[id].label })

const muted = (text: string) => <span className={classes.muted}>{text}</span>
const identifier = (text: string | null) => (
  <span className={classes.identifier}>{text ?? '–'}</span>
)

export const columns = helper.columns([
  helper.accessor('result', {
    ...facts('health'),
    cell: ({ row }) => <HealthCell session={row.original} />,
  }),
  helper.accessor('state', { ...facts('state'), cell: ({ getValue }) => muted(getValue()) }),
  helper.accessor('policyName', {
    ...facts('policy'),
    cell: ({ getValue }) => <span className={classes.policy}>{getValue()}</span>,
  }),
  helper.accessor('backupServerName', {
    ...facts('server'),
    cell: ({ getValue }) => muted(getValue() ?? 'unknown'),
  }),
  helper.accessor('creationTimeUTC', {
    ...facts('started'),
    cell: ({ getValue }) => <TimeText at={getValue()} />,
  }),
  helper.accessor('endTimeUTC', {
    ...facts('ended'),
    cell: ({ getValue }) => {
      const at = getValue()
      return at === null ? muted('still running') : <TimeText at={at} />
    },
  }),
  helper.display({ ...facts('duration'), cell: ({ row }) => <DurationText of={row.original} /> }),
  helper.display({ ...facts('vms'), cell: ({ row }) => <VmsCell session={row.original} /> }),
  helper.accessor('failureMessage', {
    ...facts('failure'),
    cell: ({ row }) => <FailureCell session={row.original} />,
  }),
  helper.accessor('isRetry', {
    ...facts('retry'),
    cell: ({ getValue }) => muted(getValue() ? 'yes' : ''),
  }),
  helper.accessor('name', { ...facts('name'), cell: ({ getValue }) => muted(getValue()) }),
  helper.accessor('uid', { ...facts('id'), cell: ({ getValue }) => identifier(getValue()) }),
  helper.accessor('policyUid', {
    ...facts('policyId'),
    cell: ({ getValue }) => identifier(getValue()),
  }),
  helper.accessor('backupServerUid', {
    ...facts('serverId'),
    cell: ({ getValue }) => identifier(getValue()),
  }),
])
