/**
 * Values EM documents, in its own order of ranks. Not a closed list: EM also sends values it does
 * not document (`Idle`, `Postprocessing`, `WaitingSlot` seen on other jobs), so entities keep any text.
 */
export const knownSessionStates = [
  'Starting',
  'Stopping',
  'Working',
  'Pausing',
  'Resuming',
  'Stopped',
] as const
export const knownTaskStates = ['InProgress', 'Pending', 'Completed'] as const
/** Results of sessions and of tasks, best first. `None` is the result of a session that is still active. */
export const knownResults = ['None', 'Success', 'Warning', 'Failed'] as const
export const knownCollectJobStates = [
  'InProgress',
  'CompletedSuccessfully',
  'CompletedWarning',
  'Failed',
] as const

/** State of an entity whose state EM left out; EM itself never sends it. */
export const unknownState = 'Unknown'
/** Result of an entity whose result EM left out: EM's own word for "no result". */
export const noResult = 'None'
