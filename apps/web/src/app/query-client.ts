import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'

/** A wrong filter stays wrong: only what may pass by itself is asked again. */
function mayPass(error: Error): boolean {
  return !(error instanceof ApiError) || error.problem.status >= 500
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && mayPass(error),
    },
  },
})
