import {
  auditAnswerSchema,
  failureDetailSchema,
  failuresAnswerSchema,
  indexedSessionsAnswerSchema,
  overviewSchema,
  policiesStatusAnswerSchema,
  sessionDetailSchema,
  sessionsAnswerSchema,
} from '@cdp-watch/contract'
import { z } from 'zod'
import type { Called } from '../http-call.ts'
import { Asked, beyond, complaint } from './asked.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import { beyondLive } from './within-live.ts'
import { sessionBeyond } from './within-sessions.ts'

/** What an answer has that was not asked for, each in a sentence. */
export function beyondAsked(request: FuzzRequest, answer: Called): string[] {
  const check = checks[request.operation.id]
  return check ? check(new Asked(request), answer) : []
}

type Check = (asked: Asked, answer: Called) => string[]

const checks: Readonly<Record<string, Check>> = {
  emQuery: (asked, answer) =>
    asked.one('raw') === 'true' ? [] : beyondLive(asked, sessionsAnswerOf(answer)),
  sessions: (asked, answer) => {
    const { items, total, totalInRange, facets } = indexedSessionsAnswerSchema.parse(answer.json())
    const isPaged = asked.one('cursor') !== undefined
    const counted = Object.values(facets.result).reduce((sum, count) => sum + count, 0)
    return [
      ...items.flatMap((item) => sessionBeyond(asked, item)),
      ...complaint(total <= totalInRange, `${total} match of ${totalInRange} in the range`),
      ...complaint(
        isPaged || items.length === asked.share(total, 100),
        `${items.length} of ${total}`,
      ),
      ...complaint(items.length <= asked.share(total, 100), 'more than the limit'),
      ...complaint(asked.one('result') !== undefined || counted === total, 'facets do not add up'),
      ...complaint(new Set(items.map(({ uid }) => uid)).size === items.length, 'a session twice'),
    ]
  },
  sessionsExport: (asked, answer) => {
    if (asked.one('format') !== 'json')
      return complaint(answer.text.startsWith('\ufeffhealth,'), 'no head')
    const rows = exportSchema.parse(answer.json())
    return [
      ...rows.flatMap((row) => sessionBeyond(asked, row)),
      ...complaint(
        rows.length === Number(answer.headers['x-total-rows']),
        'another number of rows',
      ),
    ]
  },
  session: (asked, answer) => {
    const { session } = sessionDetailSchema.parse(answer.json())
    return complaint(asked.path.endsWith(`/${session.uid}`), `it is ${session.uid}`)
  },
  policies: (asked, answer) => {
    const { items, total } = policiesStatusAnswerSchema.parse(answer.json())
    return [
      ...items.flatMap((item) => beyond(asked, item, ['health', 'backupServerUid'])),
      ...complaint(
        items.length === asked.share(total, 1000) || !asked.one('limit'),
        `${items.length} of ${total}`,
      ),
    ]
  },
  failures: (asked, answer) => {
    const { items, total, days } = failuresAnswerSchema.parse(answer.json())
    return [
      ...items.flatMap((item) => beyond(asked, item, ['status', 'severity'])),
      ...items.flatMap((item) =>
        complaint(item.perDay.length === days.length, 'days without counts'),
      ),
      ...complaint(
        items.length === asked.share(total, 1000) || !asked.one('limit'),
        `${items.length} of ${total}`,
      ),
    ]
  },
  failure: (asked, answer) => {
    const { group, redirectedFrom } = failureDetailSchema.parse(answer.json())
    return complaint(asked.path.endsWith(`/${redirectedFrom ?? group.id}`), `it is ${group.id}`)
  },
  overview: (asked, answer) =>
    overviewSchema.parse(answer.json()).tiles.flatMap((tile) => beyond(asked, tile, ['health'])),
  events: (_asked, answer) =>
    complaint(/^event: ?freshness$/m.test(answer.text), `begins with ${answer.text.slice(0, 40)}`),
  audit: (asked, answer) => {
    const ids = auditAnswerSchema.parse(answer.json()).items.map(({ id }) => id)
    const before = Number(asked.one('before') ?? Number.POSITIVE_INFINITY)
    return [
      ...complaint(ids.length <= Number(asked.one('limit') ?? 1000), 'more than the limit'),
      ...complaint(
        ids.every((id, at) => id < (ids[at - 1] ?? before)),
        'not from new to old',
      ),
    ]
  },
}

const exportSchema = z.array(indexedSessionsAnswerSchema.shape.items.element)
const sessionsAnswerOf = (answer: Called) => liveAnswerSchema.parse(answer.json())
const liveAnswerSchema = sessionsAnswerSchema.extend({
  items: z.array(z.record(z.string(), z.unknown())),
})
