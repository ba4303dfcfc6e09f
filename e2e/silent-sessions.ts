import type { APIRequestContext } from '@playwright/test'
import { askSessions, askTasks, type EmSession, type EmTask } from './ask-em.ts'

/** A failed session without a message of its own, with its tasks that give a reason, newest first. */
export interface SilentSession {
  session: EmSession
  failing: EmTask[]
}

/** The newest failed sessions without a message. */
export async function askSilentSessions(request: APIRequestContext): Promise<SilentSession[]> {
  const silent = 'State=="Stopped";Result=="Failed";FailureMessage==""'
  const sessions = await askSessions(request, silent, 25)
  const ofThem = sessions.map(({ uid }) => `PolicySessionUid=="${uid}"`).join()
  const tasks = await askTasks(request, `Reason!="";(${ofThem})`)
  return sessions.map((session) => ({
    session,
    failing: tasks.filter((task) => task.policySessionUid === session.uid),
  }))
}

/** What the failing VMs of a session say, each once, their own names left out. */
export function reasonsOf({ failing }: SilentSession): string[] {
  return distinct(
    failing.map(({ reason, vmDisplayName }) => (reason ?? '').replaceAll(vmDisplayName, '…')),
  )
}

/** The same with numbers left out besides: about as many as there are causes. */
export function causesOf(silent: SilentSession): string[] {
  return distinct(reasonsOf(silent).map(withoutNumbers))
}

export function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, '#')
}

/** The VMs of tasks, each once. */
export function vmsOf(tasks: readonly EmTask[]): string[] {
  return distinct(tasks.map((task) => task.vmDisplayName))
}

export function distinct(values: Iterable<string>): string[] {
  return [...new Set(values)]
}
