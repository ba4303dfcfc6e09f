import { failuresQuerySchema } from '@cdp-watch/contract'
import * as z from 'zod'
import { timeRangeShape } from '../../ui/range/time-range.ts'
import { withoutEmpty } from '../../ui/without-empty.ts'

const { q, policyUid, backupServerUid, severity, status, changedSince, sort } =
  failuresQuerySchema.shape

/** Which sessions are meant: what the list and a group's page have in common. */
const sessionsShape = { ...timeRangeShape, q, policyUid, backupServerUid }

/** The whole state of the Failures page; it lives in the address. */
export const failuresSearchSchema = z.object({
  ...sessionsShape,
  severity,
  status,
  changedSince,
  sort,
})
export type FailuresSearch = z.output<typeof failuresSearchSchema>

/** The whole state of the page of a group. */
export const groupSearchSchema = z.object({
  ...sessionsShape,
  /** The session that is open beside the group. */
  session: z.string().optional(),
})
export type GroupSearch = z.output<typeof groupSearchSchema>

/** A change of the list's state: undefined takes a part away. */
export type SearchChange = { [K in keyof FailuresSearch]?: FailuresSearch[K] | undefined }
/** The same of a group's page. */
export type GroupChange = { [K in keyof GroupSearch]?: GroupSearch[K] | undefined }

/** The state after a change, without what is empty. */
export function changeSearch(search: FailuresSearch, change: SearchChange): FailuresSearch {
  return failuresSearchSchema.parse(withoutEmpty({ ...search, ...change }))
}

/** The same of a group's page. */
export function changeGroupSearch(search: GroupSearch, change: GroupChange): GroupSearch {
  return groupSearchSchema.parse(withoutEmpty({ ...search, ...change }))
}

/** What the page of a group takes over from the list, and the list from it: which sessions are meant. */
export function sessionsMeant(search: FailuresSearch | GroupSearch): GroupSearch {
  const { range, from, to, q, policyUid, backupServerUid } = search
  return changeGroupSearch({}, { range, from, to, q, policyUid, backupServerUid })
}

/** Filters that are taken away all at once. */
export const noFilters = {
  q: undefined,
  policyUid: undefined,
  backupServerUid: undefined,
  severity: undefined,
  status: undefined,
  changedSince: undefined,
} as const satisfies SearchChange

/** Whether anything but the range and the order narrows what is shown. */
export function isFiltered(search: FailuresSearch): boolean {
  return (
    search.q !== undefined ||
    search.policyUid !== undefined ||
    search.backupServerUid !== undefined ||
    search.severity !== undefined ||
    search.status !== undefined ||
    search.changedSince !== undefined
  )
}

/** What narrows the list and no wall can hold, as people call it: a wall knows how policies are, not causes. */
export function notOnWalls(search: FailuresSearch): readonly string[] {
  return [
    ...(search.status === undefined ? [] : ['the status']),
    ...(search.changedSince === undefined ? [] : ['“changed since”']),
  ]
}
