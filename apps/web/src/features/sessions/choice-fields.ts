/** Filters of the page that take several values: the address' key, EM's field where it has one, and its name for people. */
export const choiceFields = [
  { key: 'health', field: undefined, label: 'Health' },
  { key: 'result', field: 'Result', label: 'Result' },
  { key: 'state', field: 'State', label: 'State' },
  { key: 'backupServerUid', field: 'BackupServerUid', label: 'Server' },
  { key: 'policyUid', field: 'PolicyUid', label: 'Policy' },
  { key: 'failure', field: undefined, label: 'Failure' },
] as const
export type ChoiceKey = (typeof choiceFields)[number]['key']
