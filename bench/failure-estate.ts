import { corpusCauses } from '../apps/bff/src/failures/corpus/corpus.ts'
import type { KnownNames } from '../apps/bff/src/failures/scan/known-names.ts'
import type {
  IndexChanges,
  TasksOfSession,
} from '../apps/bff/src/session-index/store/session-store.ts'
import { createRandom } from './random.ts'

/** How large an estate of failures is. */
export interface FailureEstateSize {
  policies: number
  days: number
  /** VMs of each policy. */
  vms: number
}

/** A failure text with the names of the row that it came with. */
export interface NamedText {
  text: string
  names: KnownNames
}

/** An estate as the collector tells it to an index, and the distinct failure texts in it. */
export interface FailureEstate {
  /** Sessions in pages as they are read, newest first, then the tasks of those that ended badly. */
  changes: readonly IndexChanges[]
  texts: readonly NamedText[]
  sessions: number
}

type Session = NonNullable<IndexChanges['sessions']>[number]
type Task = TasksOfSession['tasks'][number]

const dayMs = 86_400_000
const pageSize = 500
/** Sessions whose tasks are told at a time. */
const batchSize = 40
/** Of a hundred sessions so many do not go well, each with the failures of one to three VMs. */
const failingPercent = 11
const mostFailingVms = 3
const policiesPerServer = 250

/** Makes an estate that is the same for one size and one `now` (ms since 1970). All that fails has a text of the corpus. */
export function makeFailureEstate(size: FailureEstateSize, now: number): FailureEstate {
  const random = createRandom(7)
  const patterns = corpusCauses.flatMap((cause) => cause.texts)
  const texts = new Map<string, NamedText>()
  const sessions: Session[] = []
  const ended: TasksOfSession[] = []
  const running: Task[] = []
  for (let day = 0; day < size.days; day += 1) {
    for (let policy = 0; policy < size.policies; policy += 1) {
      const fails = random.below(100) < failingPercent
      const result = random.below(3) > 0 ? 'Failed' : 'Warning'
      const row = describeSession({ policy, day, now, result: fails ? result : 'Success' })
      sessions.push(row)
      if (!fails) continue
      const vms = Array.from({ length: size.vms }, (_, vm) => `vm-${policy}-${vm}`)
      const names: KnownNames = {
        vms,
        policies: [row.policyName],
        backupServers: [row.backupServerName ?? ''],
        sessions: [row.name],
        proxies: [],
      }
      const failing = 1 + random.below(mostFailingVms)
      const tasks = vms.map((vm, index) => {
        const reason = index < failing ? fill(random.pick(patterns), names, vm) : null
        if (reason !== null && !texts.has(reason)) texts.set(reason, { text: reason, names })
        return describeTask(row, vm, reason === null ? 'Success' : result, reason)
      })
      if (day === 0) running.push(...tasks)
      else ended.push({ sessionUid: row.uid, tasks })
    }
  }
  const changes: IndexChanges[] = [
    ...pages(sessions, pageSize).map((page) => ({ sessions: page })),
    { tasks: running },
    ...pages(ended, batchSize).map((batch) => ({ finalTasks: batch })),
    { isFilled: true, readAtEm: now },
  ]
  return { changes, texts: [...texts.values()], sessions: sessions.length }
}

interface SessionFacts {
  policy: number
  /** Days ago. */
  day: number
  now: number
  result: string
}

/** One session of a policy's day; that of this day works. */
export function describeSession({ policy, day, now, result }: SessionFacts): Session {
  const server = Math.floor(policy / policiesPerServer)
  const created = now - (day + 1) * dayMs + policy * 1000 + dayMs / 2
  const works = day === 0
  return {
    uid: `urn:veeam:CdpReplicaSession:${policy}-${day}`,
    name: `Policy ${policy}@${new Date(created).toISOString()}`,
    policyUid: `urn:veeam:CdpPolicy:${policy}`,
    policyName: `Policy ${policy}`,
    policyType: 'CdpReplica',
    creationTimeUTC: new Date(created).toISOString(),
    endTimeUTC: works ? null : new Date(created + dayMs).toISOString(),
    state: works ? 'Working' : 'Stopped',
    result: works ? 'None' : result,
    progress: works ? 0 : 100,
    failureMessage: null,
    isRetry: false,
    backupServerUid: `urn:veeam:BackupServer:${server}`,
    backupServerName: `vbr-${server}.lab`,
  }
}

function describeTask(session: Session, vm: string, result: string, reason: string | null): Task {
  return {
    uid: `${session.uid}-${vm}`,
    name: `${vm}@${session.creationTimeUTC}`,
    vmDisplayName: vm,
    policySessionUid: session.uid,
    policySessionName: session.name,
    creationTimeUTC: session.creationTimeUTC,
    endTimeUTC: session.endTimeUTC,
    state: session.endTimeUTC === null ? 'InProgress' : 'Completed',
    result,
    reason,
    totalSize: 1_000_000_000,
    backupServerUid: session.backupServerUid,
    backupServerName: session.backupServerName,
  }
}

function fill(pattern: string, names: KnownNames, vm: string): string {
  return pattern
    .replaceAll('{vm}', vm)
    .replaceAll('{policy}', names.policies[0] ?? '')
    .replaceAll('{server}', names.backupServers[0] ?? '')
    .replaceAll('{proxy}', `prx-${vm.length}`)
}

function pages<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, page) =>
    rows.slice(page * size, (page + 1) * size),
  )
}
