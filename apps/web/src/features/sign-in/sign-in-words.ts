import { ApiError } from '../../api/api-error.ts'
import { titleOf } from '../../ui/problem-notice.tsx'

export interface SignInWords {
  title: string
  detail: string
  tone: 'warning' | 'failed'
}

/** Why somebody was not let in, in words: theirs to mend (warning), or not (failed). */
export function signInWords(error: Error): SignInWords {
  const isTheirs = error instanceof ApiError && error.problem.status < 500
  return {
    title: titleOf(error),
    detail: error.message,
    tone: isTheirs ? 'warning' : 'failed',
  }
}
