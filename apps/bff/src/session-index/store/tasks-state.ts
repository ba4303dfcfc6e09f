import { isStopped, resultHealth } from '@cdp-watch/contract'

/** What the index holds of a session's tasks, as the table has it. */
export const tasksStates = {
  /** None: the session ended well. */
  none: 0,
  /** All, as watched while the session works. */
  watched: 1,
  /** What was watched, if anything; EM is still to be asked for all of them. */
  wanted: 2,
  /** Of all that EM had when the session had stopped, those that did not end well. */
  final: 3,
} as const

type SessionStage = 'working' | 'gone' | 'ended-well' | 'ended-otherwise'

/** Whether a session works still, or how it ended. */
export function sessionStage(session: {
  state: string
  result: string
  isGone: boolean
}): SessionStage {
  if (session.isGone) return 'gone'
  if (!isStopped(session)) return 'working'
  return resultHealth(session.result) === 'ok' ? 'ended-well' : 'ended-otherwise'
}

/** What decides of a session's tasks: what was held of them, its stage, and what was heard of it now. */
interface TasksOccasion {
  before: number
  session: SessionStage
  news: 'all-tasks' | 'outcome' | 'none'
}

/** What is to be held of a session's tasks from now on. */
export function nextTasksState({ before, session, news }: TasksOccasion): number {
  switch (session) {
    case 'working':
      return tasksStates.watched
    case 'gone':
      return before
    case 'ended-well':
      return tasksStates.none
    case 'ended-otherwise':
      if (news === 'all-tasks') return tasksStates.final
      return before === tasksStates.final && news === 'none' ? before : tasksStates.wanted
  }
}
