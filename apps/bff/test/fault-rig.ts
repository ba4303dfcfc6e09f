import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  freshnessSchema,
  type IndexedSession,
  indexedSessionsAnswerSchema,
  type Session,
  sessionsAnswerSchema,
} from '@cdp-watch/contract'
import type { TestContext } from 'vitest'
import { call, livePath } from './http-call.ts'
import { until } from './until.ts'

/** A folder for the data of one test, which goes with it. */
export function makeDataDir({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Asking {
  /** The dashboard's address. */
  url: string
  /** Of who is signed in. */
  cookie?: string
}

const headersOf = ({ cookie }: Asking) => (cookie === undefined ? {} : { cookie })

export async function freshnessAt(asking: Asking) {
  const answer = await call(asking.url, '/api/freshness', { headers: headersOf(asking) })
  return freshnessSchema.parse(answer.json())
}

/** Waits until the index has all that EM has, and nothing fails. */
export async function awaitFilled(asking: Asking, patienceMs = 60_000): Promise<void> {
  await until(
    () => freshnessAt(asking),
    ({ index }) => index.state === 'ready' && index.error === null && index.reasonsWaiting === 0,
    patienceMs,
  )
}

/** Each session in a line of what is said of it, in order: those of EM, asked live, and those of the index. */
export async function sessionsAt(asking: Asking): Promise<{ inEm: string[]; inIndex: string[] }> {
  const ask = async (where: string) =>
    (await call(asking.url, where, { headers: headersOf(asking) })).json()
  const inEm: string[] = []
  for (let page = 1, count = 1; page <= count; page += 1) {
    const where = livePath({ type: 'CdpReplicaSession', pageSize: '500', page: String(page) })
    const answer = sessionsAnswerSchema.parse(await ask(where))
    inEm.push(...answer.items.map(lineOf))
    count = answer.page.count
  }
  const answer = indexedSessionsAnswerSchema.parse(await ask('/api/sessions?limit=1000'))
  return { inEm: inEm.toSorted(), inIndex: answer.items.map(lineOf).toSorted() }
}

function lineOf({ uid, state, result, creationTimeUTC, endTimeUTC }: Session | IndexedSession) {
  return [uid, state, result, creationTimeUTC, endTimeUTC].join(' ')
}

/** What SQLite finds wrong with the databases in a data folder; none where they are sound. */
export function damagesIn(dataDir: string): string[] {
  const files = readdirSync(dataDir).filter((name) => name.endsWith('.sqlite'))
  if (files.length === 0) return ['there is no database']
  return files.flatMap((name) => {
    const database = new DatabaseSync(path.join(dataDir, name), { timeout: 5000 })
    try {
      const found = database.prepare('PRAGMA integrity_check').all()
      return found.map((row) => String(row.integrity_check)).filter((word) => word !== 'ok')
    } finally {
      database.close()
    }
  })
}
