import { isStopped, resultHealth, type Session, type Task } from '@cdp-watch/contract'
import type { EmContent } from './em-content.ts'
import type { IndexContent } from './index-content.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * In what the index is not what EM has, one text each: every session that started at or after `from`
 * (ms since 1970), every task of those that are under way and of those that did not end well (of which
 * plain successes are not kept), every policy and backup server.
 */
export function differences(em: EmContent, index: IndexContent, from: number): string[] {
  const sessions = em.sessions.filter((row) => isStopped(row) === false || isFrom(row, from))
  const known = new Set(em.sessions.map(({ uid }) => uid))
  const stillActive = [...index.sessions.values()]
    .filter((row) => row.state !== 'Stopped' && row.isGone === 0 && !known.has(String(row.uid)))
    .map((row) => `session ${row.uid} is not under way in EM`)
  return [
    ...sessions.flatMap((row) => compare('session', sessionRow(row), index.sessions.get(row.uid))),
    ...stillActive,
    ...compareTasks(em, index, sessions),
    ...compareLists('policy', em.policies, index.policies),
    ...compareLists('backup server', em.backupServers, index.backupServers),
  ]
}

function isFrom({ creationTimeUTC }: Session, from: number): boolean {
  return Date.parse(creationTimeUTC) >= from
}

function sessionRow(session: Session): Row {
  const { failureMessage, ...rest } = session
  const isWell = resultHealth(session.result) === 'ok' || !isStopped(session)
  return {
    ...rest,
    backupServerName: session.backupServerName ?? '',
    isGone: 0,
    // Of a session that is well, a message is not kept.
    ...(isWell ? {} : { failureMessage: failureMessage?.trim() ? failureMessage : null }),
  }
}

function compareTasks(em: EmContent, index: IndexContent, sessions: readonly Session[]): string[] {
  const followed = new Map(
    sessions
      .filter((row) => !isStopped(row) || resultHealth(row.result) !== 'ok')
      .map((row) => [row.uid, row]),
  )
  const wanted = new Map<string, Task>()
  for (const task of em.tasks) {
    const session = followed.get(task.policySessionUid ?? '')
    if (session && (!isStopped(session) || !isPlainSuccess(task))) wanted.set(task.uid, task)
  }
  const extra = [...index.tasks.values()]
    .filter((row) => followed.has(String(row.policySessionUid)) && !wanted.has(String(row.uid)))
    .map((row) => `task ${row.uid} is not in EM`)
  const others = [...wanted.values()].flatMap((task) => {
    const { policySessionName: _name, backupServerUid: _uid, backupServerName: _of, ...kept } = task
    return compare('task', kept, index.tasks.get(task.uid))
  })
  return [...extra, ...others]
}

function isPlainSuccess({ result, reason }: Task): boolean {
  return result === 'Success' && !reason?.trim()
}

function compareLists(
  what: string,
  em: readonly (Row & { readonly uid: string })[],
  index: ReadonlyMap<string, Row>,
): string[] {
  const uids = new Set(em.map(({ uid }) => uid))
  const extra = [...index.keys()].filter((uid) => !uids.has(uid))
  return [
    ...extra.map((uid) => `${what} ${uid} is not in EM`),
    ...em.flatMap((row) => compare(what, row, index.get(row.uid))),
  ]
}

/** Compares what both have: the store keeps some of EM's fields in a form of its own. */
function compare(what: string, em: Row, index: Row | undefined): string[] {
  if (index === undefined) return [`${what} ${em.uid} is not in the index`]
  return Object.keys(em)
    .filter((key) => key in index && plain(em[key]) !== plain(index[key]))
    .map((key) => `${what} ${em.uid}: ${key} is ${plain(index[key])}, in EM ${plain(em[key])}`)
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return String(Number(value))
  return value === null ? '' : String(value)
}
