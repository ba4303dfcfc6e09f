import * as z from 'zod'

/** What every answer of the index says of its age: `asOf` is that of the freshness. */
export const indexedAnswerShape = {
  dataVersion: z.int(),
  asOf: z.iso.datetime().nullable(),
}

/**
 * VMs of a session. `failed` and `warning` count those that decide its health: by their newest task
 * with a Result while it works, by their worst once it has stopped. `total` is null where the index
 * never asked for all of them, as of sessions that ended well before it first saw them.
 */
export const sessionTasksSchema = z.object({
  total: z.int().nullable(),
  failed: z.int(),
  warning: z.int(),
})
export type SessionTasks = z.infer<typeof sessionTasksSchema>
