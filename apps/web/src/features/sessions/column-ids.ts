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
