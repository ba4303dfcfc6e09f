import {
  columnVisibilityFeature,
  createColumnHelper,
  type Row,
  tableFeatures,
} from '@tanstack/react-table'
import { DurationText } from '../../ui/duration-text.tsx'
import { shownHealth } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { columnFacts } from './column-facts.ts'
import type { ColumnId } from './column-ids.ts'
import { FailureCell, StateCell, VmsCell } from './session-cells.tsx'
import type { SessionRow } from './session-row.ts'
import classes from './sessions-table.module.css'

/** A row that is there, with its place in the whole list. */
export interface PlacedRow {
  index: number
  session: SessionRow
}

export const features = tableFeatures({ columnVisibilityFeature })
export type TableRow = Row<typeof features, PlacedRow>

const helper = createColumnHelper<typeof features, PlacedRow>()

const muted = (text: string) => <span className={classes.muted}>{text}</span>
const identifier = (text: string | null) => (
  <span className={classes.identifier}>{text ?? '–'}</span>
)
const message = (text: string) => (
  <span className={classes.message} dir="auto">
    {text}
  </span>
)
const column = (id: ColumnId, cell: (session: SessionRow) => React.ReactNode) =>
  helper.display({
    id,
    header: columnFacts[id].label,
    cell: ({ row }) => cell(row.original.session),
  })

export const columns = helper.columns([
  column('health', (session) => <HealthMark health={shownHealth(session)} />),
  column('result', ({ result }) => muted(result)),
  column('state', (session) => <StateCell session={session} />),
  column('policy', ({ policyName }) => (
    <span className={classes.policy} dir="auto">
      {policyName}
    </span>
  )),
  column('server', ({ backupServerName }) => muted(backupServerName ?? 'unknown')),
  column('started', ({ creationTimeUTC }) => <TimeText at={creationTimeUTC} />),
  column('ended', ({ endTimeUTC }) =>
    endTimeUTC === null ? muted('still running') : <TimeText at={endTimeUTC} />,
  ),
  column('duration', (session) => <DurationText of={session} />),
  column('vms', ({ tasks }) => (tasks ? <VmsCell tasks={tasks} /> : null)),
  column('failure', (session) => <FailureCell session={session} />),
  column('message', ({ failureMessage }) =>
    failureMessage === null ? null : message(failureMessage),
  ),
  column('retry', ({ isRetry }) => muted(isRetry ? 'yes' : '')),
  column('name', ({ name }) => muted(name)),
  column('id', ({ uid }) => identifier(uid)),
  column('policyId', ({ policyUid }) => identifier(policyUid)),
  column('serverId', ({ backupServerUid }) => identifier(backupServerUid)),
])
