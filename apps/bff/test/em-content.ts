import type { BackupServer, Policy, Session, Task } from '@cdp-watch/contract'
import { defaultSort } from '@cdp-watch/em-filter'
import { type EntityOf, type EntityTypeName, readJson, readQueryAnswer } from '@cdp-watch/em-wire'
import { queryPath } from '../src/em/query-path.ts'

/** All that an EM has. */
export interface EmContent {
  sessions: Session[]
  tasks: Task[]
  policies: Policy[]
  backupServers: BackupServer[]
}

const pageSize = 100

/** Reads all that EM has by page numbers, which is right only while nothing changes. */
export async function readEmContent(ask: (path: string) => Promise<string>): Promise<EmContent> {
  return {
    sessions: await readAll(ask, 'CdpReplicaSession'),
    tasks: await readAll(ask, 'CdpReplicaTaskSession'),
    policies: await readAll(ask, 'CdpPolicy'),
    backupServers: await readAll(ask, 'BackupServer'),
  }
}

async function readAll<T extends EntityTypeName>(
  ask: (path: string) => Promise<string>,
  type: T,
): Promise<EntityOf<T>[]> {
  const rows: EntityOf<T>[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const text = await ask(
      queryPath({ type, filter: null, sort: defaultSort[type], pageSize, page }),
    )
    const json = readJson(text)
    if (!json.ok) throw new Error(json.problem)
    const answer = readQueryAnswer(type, json.value)
    if (answer.page === null) throw new Error(`${type} came without its number of pages`)
    pages = answer.page.count
    rows.push(...answer.items)
  }
  return rows
}
