import {
  failuresAnswerSchema,
  indexedSessionsAnswerSchema,
  sessionsExportQuerySchema,
} from '@cdp-watch/contract'
import type { Called } from '../http-call.ts'
import type { FuzzRequest, Pairs } from './fuzz-request.ts'

/** What there is to ask for, learnt from answers. */
export interface KnownWorld {
  sessionUids: string[]
  policyUids: string[]
  backupServerUids: string[]
  failureIds: string[]
  states: string[]
  results: string[]
  /** Names and words of failure texts, to be searched for. */
  words: string[]
  horizon: number
  dataVersion: number
  /** Pages that have a next one: the selection they are of, and the cursor of the next. */
  pages: { selection: Pairs; cursor: string }[]
}

const mostPages = 200

/** Learns from the sessions and the groups of failures; `get` asks as somebody who may look. */
export async function learnWorld(get: (path: string) => Promise<Called>): Promise<KnownWorld> {
  const sessions = indexedSessionsAnswerSchema.parse((await get('/api/sessions?limit=1000')).json())
  const failures = failuresAnswerSchema.parse((await get('/api/failures?limit=200')).json())
  const { items } = sessions
  const texts = items.flatMap((item) => (item.failureText ?? '').split(/\s+/).slice(0, 12))
  return {
    sessionUids: items.map((item) => item.uid),
    policyUids: distinct(items.map((item) => item.policyUid)),
    backupServerUids: distinct(items.map((item) => item.backupServerUid)),
    failureIds: failures.items.map((item) => item.id),
    states: distinct(items.map((item) => item.state)),
    results: distinct(items.map((item) => item.result)),
    words: distinct([
      ...items.map((item) => item.policyName),
      ...items.map((item) => item.backupServerName),
      ...items.slice(0, 100).map((item) => item.name),
      ...texts,
    ]),
    horizon: sessions.horizon,
    dataVersion: sessions.dataVersion,
    pages: [],
  }
}

/** What of a query says which sessions are meant, and in which order. */
const selecting = new Set(Object.keys(sessionsExportQuerySchema.shape))

/** Remembers the page that follows an answer of sessions, if one does. */
export function learnPage(world: KnownWorld, { asked }: FuzzRequest, answer: Called): void {
  const { nextCursor } = indexedSessionsAnswerSchema.parse(answer.json())
  if (nextCursor === null) return
  const selection = asked.filter(([name]) => selecting.has(name))
  world.pages.push({ selection, cursor: nextCursor })
  if (world.pages.length > mostPages) world.pages.shift()
}

/** Ids that there are, for a parameter of this name; none where it takes no ids. */
export function learnedIds(
  world: KnownWorld,
  name: string,
  operationId: string,
): readonly string[] {
  switch (name) {
    case 'uid':
      return world.sessionUids
    case 'policyUid':
      return world.policyUids
    case 'backupServerUid':
      return world.backupServerUids
    case 'failure':
      return world.failureIds
    case 'id':
      return operationId === 'failure' ? world.failureIds : []
    case 'state':
      return world.states
    case 'result':
      return world.results
    default:
      return []
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value): value is string => value !== null && value !== '')
}
