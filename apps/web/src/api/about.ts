import { aboutSchema, routes } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** What this installation is; it does not change while a page is open. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => request(routes.about.path, aboutSchema, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
