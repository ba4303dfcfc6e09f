import type { Session, SessionDetail, Task } from '@cdp-watch/contract'

/** What came of a question so far. An answer stays, though asking it again failed. */
export type Asked<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'answered'; readonly answer: T }

/** A query as what came of it. */
export function askedOf<T>(data: T | undefined, isError: boolean): Asked<T> {
  if (data !== undefined) return { kind: 'answered', answer: data }
  return { kind: isError ? 'failed' : 'asking' }
}

/** Where the session that is shown comes from; `because` of what EM itself is not shown, or nothing is. */
export type SessionSource =
  | { readonly kind: 'live'; readonly session: Session }
  | {
      readonly kind: 'index'
      readonly detail: SessionDetail
      readonly because: 'asking' | 'gone' | 'no-answer'
    }
  | { readonly kind: 'none'; readonly because: 'asking' | 'no-such-session' | 'no-answer' }

/**
 * EM's own answer where there is one; else the index's: while EM is being asked, where it no longer has
 * the session, and where it does not answer.
 */
export function chooseSource(
  live: Asked<{ session: Session | null }>,
  index: Asked<SessionDetail>,
): SessionSource {
  const session = live.kind === 'answered' ? live.answer.session : null
  if (session !== null) return { kind: 'live', session }
  if (index.kind === 'answered') {
    const because = { asking: 'asking', failed: 'no-answer', answered: 'gone' } as const
    return { kind: 'index', detail: index.answer, because: because[live.kind] }
  }
  if (live.kind === 'asking' || index.kind === 'asking') return { kind: 'none', because: 'asking' }
  return { kind: 'none', because: live.kind === 'answered' ? 'no-such-session' : 'no-answer' }
}

/** The tasks that are shown. `isWhole`: they are all there are of the session. */
export type TasksSource =
  | { readonly kind: 'asking' | 'not-known' }
  | { readonly kind: 'live'; readonly tasks: readonly Task[]; readonly isWhole: true }
  | { readonly kind: 'index'; readonly tasks: readonly Task[]; readonly isWhole: boolean }

/** EM's tasks, or those of the index: before EM has answered only where these are all of them. */
export function chooseTasks(
  source: SessionSource,
  live: Asked<{ rows: readonly Task[] }>,
  index: Asked<SessionDetail>,
): TasksSource {
  const isGone = source.kind === 'index' && source.because === 'gone'
  if (live.kind === 'answered' && !isGone)
    return { kind: 'live', tasks: live.answer.rows, isWhole: true }
  if (index.kind === 'answered' && (isGone || live.kind === 'failed' || index.answer.tasksComplete))
    return {
      kind: 'index',
      tasks: index.answer.tasks,
      isWhole: index.answer.tasksComplete,
    }
  return { kind: live.kind === 'asking' || index.kind === 'asking' ? 'asking' : 'not-known' }
}
