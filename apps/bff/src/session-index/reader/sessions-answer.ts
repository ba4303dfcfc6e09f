import type { Histogram, IndexedSessionsAnswer } from '@cdp-watch/contract'
import type { IndexMemory } from '../columns/index-memory.ts'
import type { SessionsQuestion, SortKey } from '../store/session-store.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { histogram } from './histogram.ts'
import { digestOf, type Matching, type MatchingSessions } from './matching-sessions.ts'
import { sessionRows } from './session-rows.ts'
import { countUpTo } from './sort-order.ts'
import { sortValue } from './sort-value.ts'
import type { StoredRows } from './stored-rows.ts'

/** Answers a question. Throws BadCursor. */
export function sessionsAnswer(
  memory: IndexMemory,
  stored: StoredRows,
  sessions: MatchingSessions,
  question: SessionsQuestion,
): Omit<IndexedSessionsAnswer, 'asOf'> {
  const { columns } = memory
  const digest = digestOf(question)
  const cursor = question.cursor === null ? null : readCursor(question.cursor, digest)
  const horizon = Math.min(
    cursor?.horizon ?? question.horizon ?? memory.newestSeq,
    memory.newestSeq,
  )
  const matching = sessions.find(question, horizon)
  const start =
    cursor === null ? question.offset : resume(memory, sessions, matching, question, cursor)
  const page = matching.order.subarray(start, start + question.limit)
  const end = start + page.length
  const last = page.at(-1)
  const { bars, since } = question
  return {
    items: sessionRows(memory, stored, page),
    total: matching.order.length,
    totalInRange: matching.inRange,
    nextCursor:
      last === undefined || end >= matching.order.length
        ? null
        : writeCursor({
            horizon,
            digest,
            seq: columns.seq[last] ?? 0,
            position: end,
            sortedBy: sortedBy(memory, question.sort, last),
          }),
    facets: sessions.facets(matching, question.facetText),
    horizon,
    dataVersion: memory.dataVersion,
    ...(bars === null ? {} : { histogram: histogramOf(memory, matching, question, bars) }),
    ...(since === null ? {} : { changes: changesSince(memory, matching, since) }),
  }
}

/**
 * How many sessions there are up to the end of the page before. It ended with a session, after which
 * the next page begins wherever that stands now; where it has moved since, or is not there any more,
 * as many sessions are passed over as there were up to it.
 */
function resume(
  memory: IndexMemory,
  sessions: MatchingSessions,
  { order }: Matching,
  { sort }: SessionsQuestion,
  cursor: Cursor,
): number {
  const { columns } = memory
  const position = columns.positionOf(cursor.seq)
  if (!columns.counts(position)) return cursor.position
  const sorted = sortedBy(memory, sort, position)
  const stands = sorted.every((value, index) => value === cursor.sortedBy[index])
  return stands
    ? countUpTo(order, position, columns.created, sort, (field) => sessions.sortKeys.keyOf(field))
    : cursor.position
}

function sortedBy(memory: IndexMemory, sort: readonly SortKey[], position: number): number[] {
  return sort.map(({ field }) => sortValue(memory, field)(position))
}

/** From the time asked for or the oldest session to the time asked for or the newest. */
function histogramOf(
  { columns }: IndexMemory,
  { matching }: Matching,
  { from, to }: SessionsQuestion,
  bars: number,
): Histogram {
  const { byStart, created } = columns
  const startAt = (index: number) => created[byStart.at(index) ?? -1]
  const first = from ?? startAt(0)
  const last = to === null ? startAt(-1) : to - 1
  const isRange = first !== undefined && last !== undefined && first <= last
  return histogram(columns, matching, isRange ? { first, last } : null, bars)
}

/** `added` beyond the horizon, however long ago; `changed` within it since a data version. */
function changesSince(
  { columns }: IndexMemory,
  { matching, beyond }: Matching,
  since: number,
): { added: number; changed: number } {
  let changed = 0
  for (const position of matching) if ((columns.version[position] ?? 0) > since) changed += 1
  return { added: beyond, changed }
}
