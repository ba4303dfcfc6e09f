import { healthSchema } from '@cdp-watch/contract'
import { maxFilterLength } from '@cdp-watch/em-filter'
import * as z from 'zod'
import { timeRangeShape } from '../../ui/range/time-range.ts'
import { several } from '../../ui/several.ts'
import { withoutEmpty } from '../../ui/without-empty.ts'
import { columnIds } from './column-ids.ts'

/** Where rows come from: what EM told the dashboard, or EM itself. */
const sources = ['index', 'live'] as const
export type Source = (typeof sources)[number]

/** The whole state of the Sessions page; it lives in the address. */
export const sessionsSearchSchema = z.object({
  source: z.enum(sources, `source must be one of ${sources.join(', ')}`).optional(),
  ...timeRangeShape,
  q: z.string().max(200, 'q may have 200 characters').optional(),
  health: several
    .pipe(
      z.array(
        z.enum(healthSchema.options, `health must be one of ${healthSchema.options.join(', ')}`),
      ),
    )
    .optional(),
  result: several.optional(),
  state: several.optional(),
  policyUid: several.optional(),
  backupServerUid: several.optional(),
  /** Ids of groups of failures. */
  failure: several.optional(),
  filter: z.string().max(maxFilterLength).optional(),
  sort: z
    .string()
    .regex(
      /^-?[A-Za-z]+(,-?[A-Za-z]+)*$/,
      'sort must be fields, each with a minus for descending, e.g. -creationTimeUTC,policyName',
    )
    .optional(),
  column: several.pipe(z.array(z.enum(columnIds))).optional(),
  session: z.string().optional(),
})
export type SessionsSearch = z.output<typeof sessionsSearchSchema>

/** A change of the page's state: undefined takes a part away. */
export type SearchChange = { [K in keyof SessionsSearch]?: SessionsSearch[K] | undefined }

/** The state after a change, without what is empty, so that equal states have equal addresses. */
export function changeSearch(search: SessionsSearch, change: SearchChange): SessionsSearch {
  return sessionsSearchSchema.parse(withoutEmpty({ ...search, ...change }))
}
