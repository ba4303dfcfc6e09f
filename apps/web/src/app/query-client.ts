import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'
import { goToSignIn } from './sign-in-address.ts'

/** A wrong filter stays wrong: only what may pass by itself is asked again. */
function mayPass(error: Error): boolean {
  return !(error instanceof ApiError) || error.problem.status >= 500
}

/** Where nobody is signed in, or nobody is any more, nothing that a page asks for comes or is done. */
function onError(error: Error): void {
  if (error instanceof ApiError && error.problem.code === 'not-signed-in') goToSignIn()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && mayPass(error),
    },
  },
})
