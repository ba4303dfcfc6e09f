/** Columns of the table, in their order. */
export const columnIds = [
  'health',
  'result',
  'state',
  'policy',
  'server',
  'started',
  'ended',
  'duration',
  'vms',
  'failure',
  'message',
  'retry',
  'name',
  'id',
  'policyId',
  'serverId',
] as const
export type ColumnId = (typeof columnIds)[number]

/** Shown until somebody chooses. */
export const usualColumns: readonly ColumnId[] = [
  'health',
  'state',
  'policy',
  'server',
  'started',
  'duration',
  'vms',
  'failure',
]

/** The columns that are shown; until somebody chooses, an open session leaves its room to the failures. */
export function shownColumns(search: {
  readonly column?: readonly ColumnId[] | undefined
  readonly session?: string | undefined
}): readonly ColumnId[] {
  if (search.column !== undefined) return search.column
  return search.session === undefined ? usualColumns : columnsBesideSession
}

const columnsBesideSession = usualColumns.filter((id) => id !== 'state' && id !== 'server')
