import { policiesQuerySchema } from '@cdp-watch/contract'
import * as z from 'zod'
import { withoutEmpty } from '../../ui/without-empty.ts'

/** The whole state of the Policies page; it lives in the address. */
export const policiesSearchSchema = z.object({
  ...policiesQuerySchema.pick({ health: true, backupServerUid: true, q: true, sort: true }).shape,
  /** The session that is open beside the policies. */
  session: z.string().optional(),
})
export type PoliciesSearch = z.output<typeof policiesSearchSchema>

/** A change of the page's state: undefined takes a part away. */
export type SearchChange = { [K in keyof PoliciesSearch]?: PoliciesSearch[K] | undefined }

/** The state after a change, without what is empty. */
export function changeSearch(search: PoliciesSearch, change: SearchChange): PoliciesSearch {
  return policiesSearchSchema.parse(withoutEmpty({ ...search, ...change }))
}

/** Whether anything but the order narrows what is shown. */
export function isFiltered({ health, backupServerUid, q }: PoliciesSearch): boolean {
  return health !== undefined || backupServerUid !== undefined || q !== undefined
}
