import { aboutSchema, paths } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** What this installation is; it does not change while a page is open. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => request(paths.about, aboutSchema, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
