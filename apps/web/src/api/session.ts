import { paths, sessionDetailSchema } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** One session of the index, with its tasks and texts as far as they are kept, and those of its policy around it. */
export const sessionQuery = (uid: string) =>
  queryOptions({
    queryKey: ['index', 'session', uid],
    queryFn: ({ signal }) =>
      request(paths.session.replace(':uid', encodeURIComponent(uid)), sessionDetailSchema, signal),
  })
