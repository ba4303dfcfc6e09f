import { freshnessSchema, paths } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** How fresh what is shown can be, asked of the BFF (never of EM) once; its events keep it so (followEvents). */
export const freshnessQuery = queryOptions({
  queryKey: ['freshness'],
  queryFn: ({ signal }) => request(paths.freshness, freshnessSchema, signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})
