import {
  compareHealth,
  decidingTasks,
  type Health,
  type IndexedSession,
  resultHealth,
  type SessionDetail,
  type Task,
} from '@cdp-watch/contract'

type FailureText = Pick<SessionDetail['failureTexts'][number], 'text' | 'source' | 'health' | 'vms'>

/**
 * The failure texts of a session, `texts` in their order, with the VMs whose deciding task gives them
 * and the worst health among these; the session's own health where there are none.
 */
export function failureTexts<T extends { readonly text: string }>(
  session: IndexedSession,
  texts: readonly T[],
  tasks: readonly Task[],
): (T & FailureText)[] {
  const failing = [...decidingTasks(session, tasks).values()].filter(
    (task) => resultHealth(task.result) !== 'ok',
  )
  const byReason = Map.groupBy(failing, (task) => task.reason)
  return texts.map((text, index) => {
    const given = byReason.get(text.text) ?? []
    const isOwn = index === 0 && session.failureSource === 'session'
    return {
      ...text,
      source: isOwn ? 'session' : 'tasks',
      health: worst(given, isOwn ? [session.health] : []) ?? session.health,
      vms: given.map((task) => task.vmDisplayName).toSorted(),
    }
  })
}

function worst(tasks: readonly Task[], others: readonly Health[]): Health | undefined {
  return [...others, ...tasks.map((task) => resultHealth(task.result))].toSorted(compareHealth)[0]
}
