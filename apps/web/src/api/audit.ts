import { type AuditAnswer, accessRoutes, auditAnswerSchema } from '@cdp-watch/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request, urlOf } from './request.ts'

const pageSize = 100
/** Larger than any id: the newest events are before it. */
const afterAll = 999_999_999_999_999

/** Sign-ins, refusals and exports, newest first, page after page. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['access', 'audit'],
  queryFn: ({ signal, pageParam }): Promise<AuditAnswer> =>
    request(
      urlOf(accessRoutes.audit.path, { limit: pageSize, before: pageParam }),
      auditAnswerSchema,
      signal,
    ),
  initialPageParam: afterAll,
  getNextPageParam: (last) => last.nextBefore,
  staleTime: 0,
})
