import type { BackupServer, Policy, Session, Task } from '@cdp-watch/contract'
import { type EntityType, evaluate, findEntityType, findField, parse } from '@cdp-watch/em-filter'
import { AppError } from '../src/errors.ts'

/** Rows by UID. */
export interface ModelRows {
  sessions: Map<string, Session>
  tasks: Map<string, Task>
  policies: Map<string, Policy>
  backupServers: Map<string, BackupServer>
}

export function noRows(): ModelRows {
  return { sessions: new Map(), tasks: new Map(), policies: new Map(), backupServers: new Map() }
}

/** What happens to a request instead of an answer. */
export type ModelFault = 'unreachable' | 'overloaded' | 'html' | 'truncated' | 'failed'

/** It refuses larger ones. */
const largestPage = 1000

/**
 * An Enterprise Manager in memory, as far as the collector asks: queries by their filters, sorted and
 * paged, and the list of its collections. Its rows are those that it has collected.
 */
export class ModelEm {
  rows: ModelRows = noRows()
  /** Ends of its collections, ms since 1970. */
  collections: number[] = []
  /** What befalls the next requests, in order. */
  faults: ModelFault[] = []
  /** Called before each answer, with the number of the request. */
  beforeAnswer: (request: number) => void = () => undefined
  asked: string[] = []

  readonly ask = async (path: string, signal: AbortSignal): Promise<string> => {
    signal.throwIfAborted()
    this.asked.push(path)
    this.beforeAnswer(this.asked.length)
    const fault = this.faults.shift()
    switch (fault) {
      case undefined:
        return this.#answer(path)
      case 'unreachable':
        throw new AppError('em-unreachable', 'it cut the connection off.')
      case 'overloaded':
        throw new AppError('em-overloaded', 'It asks to wait.', { retryAfterSeconds: 1 })
      case 'failed':
        throw new AppError('em-error', 'It answered 500.')
      case 'html':
        return '<!DOCTYPE html><html><title>Portal</title></html>'
      case 'truncated': {
        const text = this.#answer(path)
        return text.slice(0, Math.floor(text.length / 2))
      }
    }
  }

  #answer(path: string): string {
    const url = new URL(path, 'https://em')
    if (url.pathname === '/api/systemSessions') return JSON.stringify(this.#systemSessions())
    const parameter = (name: string) => url.searchParams.get(name) ?? ''
    const type = findEntityType(parameter('type'))
    if (type === undefined) throw new AppError('em-refused-query', 'It answered 400.')
    const found = this.#select(
      type,
      parameter('filter'),
      parameter('sortAsc'),
      parameter('sortDesc'),
    )
    const size = Number(parameter('pageSize'))
    if (size > largestPage) throw new AppError('em-refused-query', 'It answered 400.')
    const page = Number(parameter('page'))
    const name = collectionNames[type]
    return JSON.stringify({
      Entities: { [name]: { [name]: found.slice((page - 1) * size, page * size).map(wire) } },
      PagingInfo: { PageNum: page, PageSize: size, PagesCount: Math.ceil(found.length / size) },
    })
  }

  #select(type: EntityType, filter: string, ascending: string, descending: string): Row[] {
    const parsed = parse(filter, type)
    if (!parsed.ok) throw new AppError('em-error', 'It answered 500.')
    const { tree } = parsed
    const key = findField(type, ascending || descending)?.key ?? ''
    const sign = ascending === '' ? -1 : 1
    const rows: Row[] = [...this.rows[keys[type]].values()]
    return rows
      .filter((row) => evaluate(tree, type, { ...row }))
      .sort((a, b) => sign * (textOf(a, key) < textOf(b, key) ? -1 : 1))
  }

  #systemSessions() {
    const sessions = this.collections.map((ended, number) => ({
      UID: `urn:veeam:SystemSession:${number}`,
      SessionType: 'CollectJob',
      CreationTimeUTC: new Date(ended - 60_000).toISOString(),
      EndTimeUTC: new Date(ended).toISOString(),
      State: 'CompletedSuccessfully',
    }))
    return { Sessions: sessions }
  }
}

type Row = Session | Task | Policy | BackupServer

const keys = {
  CdpReplicaSession: 'sessions',
  CdpReplicaTaskSession: 'tasks',
  CdpPolicy: 'policies',
  BackupServer: 'backupServers',
} as const

const collectionNames = {
  CdpReplicaSession: 'CdpReplicaSessions',
  CdpReplicaTaskSession: 'CdpReplicaTaskSessions',
  CdpPolicy: 'CdpPolicies',
  BackupServer: 'BackupServers',
} as const

function textOf(row: Row, key: string): string {
  return String(Object.entries(row).find(([name]) => name === key)?.[1] ?? '')
}

/** EM names the backup server of a row in a link alone. */
function wire(row: Row) {
  if (!('backupServerUid' in row)) return row
  const { backupServerUid, backupServerName, ...fields } = row
  const id = backupServerUid?.split(':').at(-1)
  const link = {
    Rel: 'Up',
    Type: 'BackupServerReference',
    Name: backupServerName,
    Href: `https://localhost/api/backupServers/${id}`,
  }
  return { ...fields, Links: [link] }
}
