import { healthSchema } from '@cdp-watch/contract'
import { maxFilterLength } from '@cdp-watch/em-filter'
import * as z from 'zod'
import { withoutEmpty } from '../../ui/without-empty.ts'
import { columnIds } from './column-ids.ts'

/** Presets of the time range, by when a session started. */
export const rangePresets = ['24h', '3d', '7d', '30d', 'all'] as const

/** Where rows come from: what EM told the dashboard, or EM itself. */
const sources = ['index', 'live'] as const
export type Source = (typeof sources)[number]

const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .transform((all) => [...new Set(all)])

/** The whole state of the Sessions page; it lives in the address. */
export const sessionsSearchSchema = z.object({
  source: z.enum(sources, `source must be one of ${sources.join(', ')}`).optional(),
  range: z.enum(rangePresets, `range must be one of ${rangePresets.join(', ')}`).optional(),
  from: z.iso.datetime('from must be a UTC time, e.g. 2026-11-16T00:00:00Z').optional(),
  to: z.iso.datetime('to must be a UTC time, e.g. 2026-11-17T00:00:00Z').optional(),
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
