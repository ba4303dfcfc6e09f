import { freshnessSchema, routes } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

const everyMs = 5000

/** How fresh what is shown can be, asked of the BFF (never of EM) every five seconds. */
export const freshnessQuery = queryOptions({
  queryKey: ['freshness'],
  queryFn: ({ signal }) => request(routes.freshness.path, freshnessSchema, signal),
  refetchInterval: everyMs,
  staleTime: everyMs,
  retry: false,
})
