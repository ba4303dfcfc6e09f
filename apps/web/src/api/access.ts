import { accessRoutes, meSchema, type SignInBody, signInStateSchema } from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** How people get in here, and whether this one is in. */
export const signInStateQuery = queryOptions({
  queryKey: ['access', 'sign-in'],
  queryFn: ({ signal }) => request(accessRoutes.signInState.path, signInStateSchema, signal),
  gcTime: 0,
})

/** Who is signed in; it does not change while a page is open. */
export const meQuery = queryOptions({
  queryKey: ['access', 'me'],
  queryFn: ({ signal }) => request(accessRoutes.me.path, meSchema, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Longer than EM is waited for, whose word it takes. */
const patienceMs = 180_000

/** Signs in; the browser has the cookie then. Rejects with ApiError or DashboardUnreachable. */
export async function signIn(body: SignInBody): Promise<void> {
  await request(accessRoutes.signIn.path, meSchema, AbortSignal.timeout(patienceMs), body)
}

/** Signs out, also where nobody was signed in any more. Rejects as `signIn`. */
export async function signOut(): Promise<void> {
  await request(accessRoutes.signOut.path, signInStateSchema, AbortSignal.timeout(patienceMs), {})
}
