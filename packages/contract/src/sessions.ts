import { maxFilterLength } from '@cdp-watch/em-filter'
import { sessionSchema, taskSchema } from '@cdp-watch/em-wire'
import * as z from 'zod'
import { healthSchema } from './health.ts'
import { searchText, several, timeParameter, wholeNumber } from './parameters.ts'
import { textPartSchema } from './text-part.ts'

/** Most sessions of one answer. */
export const maxSessionsLimit = 1000
/** Most bars of a histogram. */
export const maxHistogramBars = 400

/** What the index can sort by beside the fields of EM's query interface. */
export const ownSortFields = ['health', 'failureText', 'duration', 'vmsFailed'] as const

const anyText = z.string().min(1).max(400)

/** Which sessions are meant. Values of one parameter are alternatives, parameters narrow each other. */
export const selectionShape = {
  from: timeParameter.optional().meta({ description: 'Started at or after' }),
  to: timeParameter.optional().meta({ description: 'Started before' }),
  state: several(anyText).optional(),
  result: several(anyText).optional(),
  health: several(healthSchema).optional(),
  policyUid: several(anyText).optional(),
  backupServerUid: several(anyText).optional(),
  failure: several(anyText)
    .optional()
    .meta({ description: 'Ids of groups of failures; an older one leads to what it has become' }),
  q: searchText.optional().meta({
    description:
      'Contains, any case: failure text, names of policy, session, VMs and backup server',
  }),
  filter: z
    .string()
    .max(maxFilterLength)
    .optional()
    .meta({ description: "EM's filter language, and ~= for contains" }),
  sort: z
    .string()
    .max(200)
    .optional()
    .meta({
      description: 'Fields, most important first, - for descending',
      examples: ['-creationTimeUTC,policyName'],
    }),
}

/** Query of `GET /api/sessions`. */
export const sessionsQuerySchema = z.strictObject({
  ...selectionShape,
  limit: wholeNumber(1, maxSessionsLimit).optional(),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: '`nextCursor` of the answer before' }),
  offset: wholeNumber(0, 100_000_000)
    .optional()
    .meta({ description: 'Rows to pass over, for a scroll bar; not together with cursor' }),
  horizon: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({
    description: '`horizon` of an earlier answer: sessions first seen after it are left out',
  }),
  since: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: '`dataVersion` of an earlier answer: tells what changed since' }),
  bars: wholeNumber(1, maxHistogramBars)
    .optional()
    .meta({ description: 'Also a histogram by start, of about so many bars' }),
  facetText: searchText
    .optional()
    .meta({ description: 'Only policies and servers whose names contain it, in the facets' }),
})
export type SessionsQuery = z.output<typeof sessionsQuerySchema>

/** Query of `GET /api/sessions/export`. */
export const sessionsExportQuerySchema = z.strictObject({
  ...selectionShape,
  format: z.enum(['csv', 'json'], 'expected csv or json').optional(),
})
export type SessionsExportQuery = z.output<typeof sessionsExportQuerySchema>

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

/** A session as the index has it: EM's fields, and ours. */
export const indexedSessionSchema = z.object({
  ...sessionSchema.shape,
  health: healthSchema,
  /** The session's own message or, where it has none, the reason of its worst VM; null where nothing failed. */
  failureText: z.string().nullable(),
  failureSource: z.enum(['session', 'tasks']).nullable(),
  /** Distinct failure texts, the names of VMs left aside; 0 where there is none. */
  failureCount: z.int(),
  /** Ids of the groups its failure texts are in, each once, the most telling first. */
  failureGroups: z.array(z.string()),
  tasks: sessionTasksSchema,
  /** EM no longer has it though it had not stopped: its last word stands, its health is unknown. */
  isGone: z.boolean(),
})
export type IndexedSession = z.infer<typeof indexedSessionSchema>

const namedCountSchema = z.object({ uid: z.string(), name: z.string(), count: z.int() })
const countsSchema = z.record(z.string(), z.int())

/** Most entries of `policy` and of `backupServer`. */
export const maxFacetEntries = 200

/**
 * How many sessions there are of each value, each facet under all filters but its own. `policy` and
 * `backupServer` hold the 200 most frequent and those filtered by; `distinct` how many there are in all.
 */
export const facetsSchema = z.object({
  health: countsSchema,
  state: countsSchema,
  result: countsSchema,
  policy: z.array(namedCountSchema),
  backupServer: z.array(namedCountSchema),
  distinct: z.object({ policy: z.int(), backupServer: z.int() }),
})
export type Facets = z.infer<typeof facetsSchema>

/** Sessions by start: bar `i` begins at `fromUTC` + i × `stepSeconds`; each list has one count per bar. */
export const histogramSchema = z.object({
  fromUTC: z.iso.datetime(),
  stepSeconds: z.int().min(1),
  failed: z.array(z.int()),
  warning: z.array(z.int()),
  ok: z.array(z.int()),
  unknown: z.array(z.int()),
})
export type Histogram = z.infer<typeof histogramSchema>

/** What every answer of the index says of its age: `asOf` is that of the freshness. */
export const indexedAnswerShape = {
  dataVersion: z.int(),
  asOf: z.iso.datetime().nullable(),
}

/** Answer of `GET /api/sessions`. */
export const indexedSessionsAnswerSchema = z.object({
  items: z.array(indexedSessionSchema),
  /** Sessions that match. */
  total: z.int(),
  /** Sessions that started in the same range, whatever the other filters. */
  totalInRange: z.int(),
  nextCursor: z.string().nullable(),
  facets: facetsSchema,
  /** Pass it on to see the same sessions though others have come. */
  horizon: z.int(),
  histogram: histogramSchema.optional(),
  /** Since the data version asked about: matching sessions beyond the horizon, and changed ones within it. */
  changes: z.object({ added: z.int(), changed: z.int() }).optional(),
  ...indexedAnswerShape,
})
export type IndexedSessionsAnswer = z.infer<typeof indexedSessionsAnswerSchema>

/** One distinct failure text of a session, and the VMs that gave it (none: it is the session's own message). */
export const failureTextSchema = z.object({
  text: z.string(),
  /** The same text, its variable parts told apart. */
  parts: z.array(textPartSchema),
  /** The group it is in; null where the history is still being grouped. */
  groupId: z.string().nullable(),
  /** Of all history, this session among them. */
  group: z
    .object({ sessions: z.int(), policies: z.int(), firstSeenUTC: z.iso.datetime() })
    .nullable(),
  source: z.enum(['session', 'tasks']),
  health: healthSchema,
  vms: z.array(z.string()),
})

/** A session in a row of those of its policy. `missingBefore`: the policy should have run before it and did not. */
export const neighbourSchema = z.object({
  uid: z.string(),
  creationTimeUTC: z.iso.datetime(),
  endTimeUTC: z.iso.datetime().nullable(),
  state: z.string(),
  health: healthSchema,
  missingBefore: z.boolean(),
})
export type Neighbour = z.infer<typeof neighbourSchema>

/** How many sessions of the policy the answer of `GET /api/sessions/:uid` tells of. */
export const neighbourCount = 30

/** Answer of `GET /api/sessions/:uid`. */
export const sessionDetailSchema = z.object({
  session: indexedSessionSchema,
  /** Its tasks as far as they are kept: of a stopped session those that did not end well. */
  tasks: z.array(taskSchema),
  tasksComplete: z.boolean(),
  failureTexts: z.array(failureTextSchema),
  /** Up to 30 sessions of its policy around it, oldest first, itself among them. */
  recent: z.array(neighbourSchema),
  newer: z.string().nullable(),
  older: z.string().nullable(),
  ...indexedAnswerShape,
})
export type SessionDetail = z.infer<typeof sessionDetailSchema>
