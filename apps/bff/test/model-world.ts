import type { BackupServer, Policy, Session, Task } from '@cdp-watch/contract'
import { type ModelEm, type ModelRows, noRows } from './model-em.ts'

const hourMs = 3_600_000
const servers = ['alpha', 'beta']
const vms = ['db', 'web']

/** Something that happens in a world; `n` chooses to what, by position. */
export interface Happening {
  what: keyof ModelWorld['happenings']
  n: number
}

/** Backup servers with their policies, sessions and tasks, of which an EM knows what it has collected. */
export class ModelWorld {
  now = Date.UTC(2026, 5, 15, 12)
  readonly #em: ModelEm
  readonly #rows: ModelRows = noRows()
  readonly #outOfReach = new Set<string>()
  #number = 0

  constructor(em: ModelEm) {
    this.#em = em
    for (const name of servers) {
      const uid = `urn:veeam:BackupServer:${name}`
      const server: BackupServer = {
        uid,
        name,
        description: null,
        ipOrDnsName: `${name}.lab`,
        port: 9392,
        version: '13.0.1',
      }
      this.#rows.backupServers.set(uid, server)
    }
    for (let n = 0; n < 3; n += 1) this.happen({ what: 'policy-comes', n })
    this.happen({ what: 'em-collects', n: 0 })
  }

  /** What can happen, each by the `n` of its happening. */
  readonly happenings = {
    'begin-session': (n: number) => this.#to(this.#rows.policies, n, (row) => this.#begin(row)),
    'next-tasks': (n: number) => this.#to(this.#active, n, (row) => this.#nextTasks(row, n)),
    'task-fails': (n: number) =>
      this.#to(this.#running, n, (row) => this.#put({ ...row, ...failure(n) })),
    'task-gives-up': (n: number) =>
      this.#to(this.#running, n, (row) => this.#put(ended({ ...row, ...failure(n) }, this.now))),
    'task-vanishes': (n: number) =>
      this.#to(this.#running, n, ({ uid }) => this.#rows.tasks.delete(uid)),
    'session-stops': (n: number) => this.#to(this.#active, n, (row) => this.#stop(row)),
    'session-vanishes': (n: number) => this.#to(this.#active, n, (row) => this.#vanish(row)),
    'session-comes-late': (n: number) =>
      this.#to(this.#rows.policies, n, (row) => this.#comeLate(row, n)),
    'session-is-revised': (n: number) =>
      this.#to(this.#stopped, n, (row) => this.#keep({ ...row, name: `${row.name} (revised)` })),
    'policy-comes': (n: number) => this.#comePolicy(serverOf(n)),
    'policy-is-renamed': (n: number) =>
      this.#to(this.#rows.policies, n, (row) =>
        this.#rows.policies.set(row.uid, { ...row, name: `${row.name}'` }),
      ),
    'policy-goes': (n: number) =>
      this.#to(this.#rows.policies, n, ({ uid }) => this.#rows.policies.delete(uid)),
    'server-out-of-reach': (n: number) => this.#outOfReach.add(serverOf(n)),
    'server-in-reach': (n: number) => this.#outOfReach.delete(serverOf(n)),
    'hours-pass': (n: number) => {
      this.now += (n % 30) * hourMs
    },
    'em-forgets': () => this.#forget(),
    'em-collects': () => this.#collect(),
  }

  happen({ what, n }: Happening): void {
    // Two things never happen in the same millisecond, but some in the same second.
    this.now += 1 + (n % 7) * 300
    this.happenings[what](n)
  }

  /** All servers are in reach and collected from. */
  calmDown(): void {
    this.#outOfReach.clear()
    this.#collect()
  }

  get #active(): Map<string, Session> {
    return where(this.#rows.sessions, ({ state }) => state === 'Working')
  }

  get #stopped(): Map<string, Session> {
    return where(this.#rows.sessions, ({ state }) => state === 'Stopped')
  }

  get #running(): Map<string, Task> {
    return where(this.#rows.tasks, ({ state }) => state === 'InProgress')
  }

  #to<T>(rows: ReadonlyMap<string, T>, n: number, happen: (row: T) => unknown): void {
    const row = [...rows.values()][n % rows.size]
    if (row !== undefined) happen(row)
  }

  #next(): number {
    this.#number += 1
    return this.#number
  }

  #time(): string {
    return new Date(this.now).toISOString()
  }

  #keep(session: Session): void {
    this.#rows.sessions.set(session.uid, session)
  }

  #put(task: Task): void {
    this.#rows.tasks.set(task.uid, task)
  }

  #comePolicy(server: string): void {
    const number = this.#next()
    const policy: Policy = {
      uid: `urn:veeam:CdpPolicy:${number}`,
      name: `Policy "${number}"`,
      policyType: 'CdpReplica',
      platform: 'VMware',
      description: null,
      scheduleConfigured: null,
      scheduleEnabled: number % 4 > 0,
      nextRun: null,
      rpoSeconds: null,
      rpoSchedule: null,
      rpoReporting: null,
      backupServerUid: `urn:veeam:BackupServer:${server}`,
      backupServerName: server,
    }
    this.#rows.policies.set(policy.uid, policy)
  }

  #session(policy: Policy, created: number): Session {
    const number = this.#next()
    return {
      uid: `urn:veeam:CdpReplicaSession:${number}`,
      name: `${policy.name}@${number}`,
      policyUid: policy.uid,
      policyName: policy.name,
      policyType: 'CdpReplica',
      creationTimeUTC: new Date(created).toISOString(),
      endTimeUTC: null,
      state: 'Working',
      result: 'None',
      progress: 0,
      failureMessage: null,
      isRetry: false,
      backupServerUid: policy.backupServerUid,
      backupServerName: policy.backupServerName,
    }
  }

  #task(session: Session, vm: string): Task {
    return {
      uid: `urn:veeam:CdpReplicaTaskSession:${this.#next()}`,
      name: `${vm}@${this.#number}`,
      vmDisplayName: vm,
      policySessionUid: session.uid,
      policySessionName: session.name,
      creationTimeUTC: this.#time(),
      endTimeUTC: null,
      state: 'InProgress',
      result: 'Success',
      reason: null,
      totalSize: null,
      backupServerUid: session.backupServerUid,
      backupServerName: session.backupServerName,
    }
  }

  #begin(policy: Policy): void {
    if ([...this.#active.values()].some(({ policyUid }) => policyUid === policy.uid)) return
    const session = this.#session(policy, this.now)
    this.#keep(session)
    for (const vm of vms) this.#put(this.#task(session, vm))
  }

  /** Replication goes on: where a task ends, that of the next restore point begins. */
  #nextTasks(session: Session, n: number): void {
    for (const task of this.#tasksOf(session, 'InProgress')) {
      this.#put(ended(n % 5 === 0 ? { ...task, ...failure(n) } : task, this.now))
      this.#put(this.#task(session, task.vmDisplayName))
    }
  }

  #tasksOf(session: Session, wanted: string): Task[] {
    return [...this.#rows.tasks.values()].filter(
      ({ policySessionUid, state }) => policySessionUid === session.uid && state === wanted,
    )
  }

  #stop(session: Session): void {
    for (const task of this.#tasksOf(session, 'InProgress')) this.#put(ended(task, this.now))
    const isBad = this.#tasksOf(session, 'Completed').some(({ result }) => result === 'Failed')
    this.#keep(stopped(session, this.now, isBad))
  }

  #vanish(session: Session): void {
    this.#rows.sessions.delete(session.uid)
    for (const { uid, policySessionUid } of this.#rows.tasks.values()) {
      if (policySessionUid === session.uid) this.#rows.tasks.delete(uid)
    }
  }

  /** A session of some days ago, which EM has not known so far. */
  #comeLate(policy: Policy, n: number): void {
    const created = this.now - (25 + (n % 48)) * hourMs
    const end = created + 24 * hourMs
    const session = stopped(this.#session(policy, created), end, n % 2 === 0)
    this.#keep(session)
    const task = { ...this.#task(session, 'db'), creationTimeUTC: session.creationTimeUTC }
    this.#put(ended(n % 2 === 0 ? { ...task, ...failure(n) } : task, end))
  }

  /** EM forgets sessions that ended more than two days ago. */
  #forget(): void {
    for (const session of this.#rows.sessions.values()) {
      const { endTimeUTC } = session
      if (endTimeUTC !== null && Date.parse(endTimeUTC) < this.now - 48 * hourMs) {
        this.#vanish(session)
      }
    }
  }

  /** EM comes to know all of the servers in reach; what it knew of others stays. */
  #collect(): void {
    const isInReach = ({ backupServerName }: { backupServerName: string | null }) =>
      !this.#outOfReach.has(backupServerName ?? '')
    this.#em.rows = {
      sessions: merged(this.#em.rows.sessions, this.#rows.sessions, isInReach),
      tasks: merged(this.#em.rows.tasks, this.#rows.tasks, isInReach),
      policies: merged(this.#em.rows.policies, this.#rows.policies, isInReach),
      backupServers: new Map(this.#rows.backupServers),
    }
    this.#em.collections.push(this.now)
  }
}

function serverOf(n: number): string {
  return servers[n % servers.length] ?? ''
}

function failure(n: number) {
  return { result: 'Failed', reason: `cause ${n % 3}` }
}

function where<T>(rows: ReadonlyMap<string, T>, isMeant: (row: T) => boolean): Map<string, T> {
  return new Map([...rows].filter(([, row]) => isMeant(row)))
}

function ended(task: Task, at: number): Task {
  return { ...task, state: 'Completed', endTimeUTC: new Date(at).toISOString() }
}

function stopped(session: Session, at: number, isBad: boolean): Session {
  return {
    ...session,
    state: 'Stopped',
    result: isBad ? 'Failed' : 'Success',
    progress: 100,
    endTimeUTC: new Date(at).toISOString(),
    failureMessage: isBad ? 'lost' : null,
  }
}

function merged<T>(
  old: ReadonlyMap<string, T>,
  all: ReadonlyMap<string, T>,
  isInReach: (row: T) => boolean,
): Map<string, T> {
  return new Map([...where(old, (row) => !isInReach(row)), ...where(all, isInReach)])
}
