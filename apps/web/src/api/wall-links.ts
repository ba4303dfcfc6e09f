import {
  type MadeWallLink,
  madeWallLinkSchema,
  type WallLink,
  wallLinksAnswerSchema,
  wallPaths,
} from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request, requestDelete } from './request.ts'

const refreshMs = 10_000
const patienceMs = 30_000

/** The links by which screens may see the wall, newest first, with what was last seen of each. */
export const wallLinksQuery = queryOptions({
  queryKey: ['wall-links'],
  queryFn: async ({ signal }): Promise<WallLink[]> =>
    (await request(wallPaths.wallLinks, wallLinksAnswerSchema, signal)).items,
  staleTime: 0,
  refetchInterval: refreshMs,
})

/** Makes a link; its address is told this once. Rejects with ApiError or DashboardUnreachable. */
export function makeWallLink(name: string): Promise<MadeWallLink> {
  const signal = AbortSignal.timeout(patienceMs)
  return request(wallPaths.wallLinks, madeWallLinkSchema, signal, { name })
}

/** Revokes a link. Rejects as `makeWallLink`. */
export function revokeWallLink(id: string): Promise<void> {
  const path = wallPaths.wallLink.replace(':id', encodeURIComponent(id))
  return requestDelete(path, AbortSignal.timeout(patienceMs))
}
