import { type Health, isStopped, type Session, type Task } from '@cdp-watch/contract'
import { evaluate, fieldsOf } from '@cdp-watch/em-filter'
import { compareUnits } from '../columns/compare-units.ts'
import { fold } from '../store/fold.ts'
import type { IndexChanges, Selection, SortKey } from '../store/session-store.ts'
import { sessionSummary } from '../store/session-summary.ts'

/** A session and its tasks, as EM has them. */
export interface ModelSession {
  readonly session: Session
  readonly tasks: readonly Task[]
}

/** What EM has, as the collector tells it: all tasks of sessions that work, and of those that did not end well. */
export function changesOf(sessions: readonly ModelSession[]): IndexChanges {
  const working = sessions.filter(({ session }) => !isStopped(session))
  const ended = sessions.filter((one) => isStopped(one.session) && healthOf(one) !== 'ok')
  return {
    sessions: sessions.map(({ session }) => session),
    tasks: working.flatMap(({ tasks }) => tasks),
    finalTasks: ended.map(({ session, tasks }) => ({ sessionUid: session.uid, tasks })),
  }
}

/** As the index is to see it. */
export function healthOf(one: ModelSession): Health {
  return summaryOf(one).health
}

function summaryOf({ session, tasks }: ModelSession) {
  const isTold = !isStopped(session) || session.result !== 'Success'
  const known = { tasks: isTold ? tasks : [], otherVms: [], areAll: true }
  return sessionSummary({ ...session, isGone: false }, known)
}

/** The filters of a selection by the facet that leaves them out; `''`: what no facet does. */
const modelFilters: Readonly<Record<string, (one: ModelSession, selection: Selection) => boolean>> =
  {
    health: (one, { healths }) => isAmong(healthOf(one), healths),
    state: ({ session }, { states }) => isAmong(session.state, states),
    result: ({ session }, { results }) => isAmong(session.result, results),
    policy: ({ session }, { policyUids }) => isAmong(session.policyUid, policyUids),
    backupServer: ({ session }, { backupServerUids }) =>
      isAmong(session.backupServerUid, backupServerUids),
    '': (one, selection) =>
      contains(one, selection.text) &&
      evaluate(selection.filter, 'CdpReplicaSession', one.session) &&
      isInRange(one, selection),
  }

export function isInRange({ session }: ModelSession, { from, to }: Selection): boolean {
  const start = Date.parse(session.creationTimeUTC)
  return (from === null || start >= from) && (to === null || start < to)
}

function isAmong(value: string | null, values: readonly string[]): boolean {
  return values.length === 0 || values.some((one) => one.toLowerCase() === value?.toLowerCase())
}

function contains(one: ModelSession, text: string): boolean {
  const { failureTexts, vmNames } = summaryOf(one)
  const { name, policyName, backupServerName } = one.session
  return [...failureTexts, ...vmNames, name, policyName, backupServerName ?? ''].some((each) =>
    fold(each).includes(fold(text)),
  )
}

/** Those that match, in order, where `sessions` are in order of arrival. */
export function matchingOf(
  sessions: readonly ModelSession[],
  selection: Selection,
  leftOut = 'none',
): ModelSession[] {
  const filters = Object.entries(modelFilters).filter(([facet]) => facet !== leftOut)
  const matching = sessions.filter((one) => filters.every(([, passes]) => passes(one, selection)))
  const newestFirst: SortKey = { field: 'creationTimeUTC', descending: true }
  const latest = latestOf(sessions)
  return matching.toSorted((a, b) => {
    for (const { field, descending } of [...selection.sort, newestFirst]) {
      const order = compareValues(sortedBy(a, field, latest), sortedBy(b, field, latest))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function latestOf(sessions: readonly ModelSession[]): number {
  return Math.max(
    0,
    ...sessions.flatMap(({ session }) => [
      Date.parse(session.creationTimeUTC),
      Date.parse(session.endTimeUTC ?? session.creationTimeUTC),
    ]),
  )
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareUnits(String(a), String(b))
}

function sortedBy(one: ModelSession, field: string, latest: number): string | number {
  const { session } = one
  const start = Date.parse(session.creationTimeUTC)
  const end = session.endTimeUTC === null ? null : Date.parse(session.endTimeUTC)
  const summary = summaryOf(one)
  switch (field) {
    case 'creationTimeUTC':
      return start
    case 'endTimeUTC':
      return end ?? Number.POSITIVE_INFINITY
    case 'duration':
      return Math.max(0, (end ?? latest) - start)
    case 'health':
      return ['failed', 'missing', 'warning', 'unknown', 'ok'].indexOf(summary.health)
    case 'vmsFailed':
      return summary.vmsFailed
    case 'failureText':
      return fold(summary.failureTexts[0] ?? '')
    case 'state':
      return rankOf('State', session.state)
    case 'result':
      return rankOf('Result', session.result)
    case 'uid':
      return session.uid
    case 'name':
      return fold(session.name)
    case 'policyUid':
      return fold(session.policyUid ?? '')
    case 'policyName':
      return fold(session.policyName)
    case 'backupServerUid':
      return fold(session.backupServerUid ?? '')
    case 'backupServerName':
      return fold(session.backupServerName ?? '')
    case 'failureMessage':
      return fold(session.failureMessage ?? '')
    default:
      throw new RangeError(`no field ${field}`)
  }
}

/** Words of EM's reference by their place there, others after them. */
function rankOf(name: string, word: string): string {
  const known = fieldsOf('CdpReplicaSession').find((field) => field.name === name)?.values ?? []
  const rank = known.findIndex((value) => value.toLowerCase() === word.toLowerCase())
  return rank < 0 ? `z${fold(word)}` : `a${rank}`
}
