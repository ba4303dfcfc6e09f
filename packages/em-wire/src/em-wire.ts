export { readApiRoot } from './api-root.ts'
export type { BodyForm } from './body-form.ts'
export { readCollectJobs } from './collect-jobs.ts'
export {
  type BackupServer,
  backupServerSchema,
  type CollectJob,
  collectJobSchema,
  type EntityOf,
  type EntityTypeName,
  entitySchemas,
  type Policy,
  policySchema,
  type RpoReporting,
  type RpoSchedule,
  type Session,
  sessionSchema,
  type Task,
  taskSchema,
} from './entities.ts'
export { type ErrorBody, readErrorBody } from './error-body.ts'
export { type JsonReading, readJson } from './json-text.ts'
export {
  knownCollectJobStates,
  knownResults,
  knownSessionStates,
  knownTaskStates,
  noResult,
  unknownState,
} from './known-values.ts'
export { type LogonReading, readLogon } from './logon.ts'
export { type Page, type QueryAnswer, readQueryAnswer } from './query-answer.ts'
export type { RowProblem } from './row-reading.ts'
