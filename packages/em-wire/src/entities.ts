import * as z from 'zod'

/** UTC with milliseconds, as `Date.toISOString()` prints it: such texts sort as the times they name. */
const timeSchema = z.iso.datetime({ precision: 3 })
const backupServerOfEntity = {
  backupServerUid: z.string().nullable(),
  backupServerName: z.string().nullable(),
}

/** A CDP replication session. `state` and `result` are EM's own words, known or not. `progress` is in percent. */
export const sessionSchema = z.object({
  uid: z.string(),
  name: z.string(),
  policyUid: z.string().nullable(),
  policyName: z.string(),
  policyType: z.string().nullable(),
  creationTimeUTC: timeSchema,
  endTimeUTC: timeSchema.nullable(),
  state: z.string(),
  result: z.string(),
  progress: z.number(),
  failureMessage: z.string().nullable(),
  isRetry: z.boolean(),
  ...backupServerOfEntity,
})
export type Session = z.infer<typeof sessionSchema>

/** One VM within a session. `totalSize` is in bytes. */
export const taskSchema = z.object({
  uid: z.string(),
  name: z.string(),
  vmDisplayName: z.string(),
  policySessionUid: z.string().nullable(),
  policySessionName: z.string().nullable(),
  creationTimeUTC: timeSchema,
  endTimeUTC: timeSchema.nullable(),
  state: z.string(),
  result: z.string(),
  reason: z.string().nullable(),
  totalSize: z.number().min(0).nullable(),
  ...backupServerOfEntity,
})
export type Task = z.infer<typeof taskSchema>

/** After how many seconds of a missed RPO the policy counts as Warning, as Failed; null: it never does. */
const rpoReportingSchema = z.object({
  warningAfterSeconds: z.number().min(0).nullable(),
  failedAfterSeconds: z.number().min(0).nullable(),
})
export type RpoReporting = z.infer<typeof rpoReportingSchema>

/**
 * The hours at which a policy replicates: 7 days from Sunday (as `Date.getDay()` counts), each 24 hours
 * from midnight, by the clock of the backup server, whose zone EM does not tell.
 */
const rpoScheduleSchema = z.array(z.array(z.boolean()).length(24)).length(7)
export type RpoSchedule = z.infer<typeof rpoScheduleSchema>

/** A CDP policy. What EM left out, or sent in a shape that is not known, is null. */
export const policySchema = z.object({
  uid: z.string(),
  name: z.string(),
  policyType: z.string().nullable(),
  platform: z.string().nullable(),
  description: z.string().nullable(),
  scheduleConfigured: z.boolean().nullable(),
  scheduleEnabled: z.boolean().nullable(),
  nextRun: timeSchema.nullable(),
  rpoSeconds: z.number().min(0).nullable(),
  rpoSchedule: rpoScheduleSchema.nullable(),
  rpoReporting: rpoReportingSchema.nullable(),
  ...backupServerOfEntity,
})
export type Policy = z.infer<typeof policySchema>

export const backupServerSchema = z.object({
  uid: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  ipOrDnsName: z.string().nullable(),
  port: z.number().nullable(),
  version: z.string().nullable(),
})
export type BackupServer = z.infer<typeof backupServerSchema>

/** One run of EM's own collection from its backup servers. */
export const collectJobSchema = z.object({
  uid: z.string().nullable(),
  creationTimeUTC: timeSchema,
  endTimeUTC: timeSchema.nullable(),
  state: z.string(),
  result: z.string().nullable(),
  message: z.string().nullable(),
})
export type CollectJob = z.infer<typeof collectJobSchema>

/** The schema of each type that can be queried, under EM's name of the type. */
export const entitySchemas = {
  CdpReplicaSession: sessionSchema,
  CdpReplicaTaskSession: taskSchema,
  CdpPolicy: policySchema,
  BackupServer: backupServerSchema,
}
export type EntityTypeName = keyof typeof entitySchemas
export type EntityOf<T extends EntityTypeName> = z.infer<(typeof entitySchemas)[T]>
