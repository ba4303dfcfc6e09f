import {
  and,
  condition,
  defaultSort,
  type FieldSort,
  type FilterTree,
  printForEm,
} from '@cdp-watch/em-filter'
import type { EntityOf, EntityTypeName, QueryAnswer } from '@cdp-watch/em-wire'
import { queryPath } from '../../em/query-path.ts'
import { AppError } from '../../errors.ts'
import type { AskEm, CollectorLog } from './collector-needs.ts'
import { readAnswer } from './em-answer.ts'
import { emTime } from './em-time.ts'
import type { PageSize } from './page-size.ts'
import { SharedValues } from './shared-values.ts'
import { uidBatches } from './uid-batches.ts'

/** The types whose rows have a start. */
type Started = 'CdpReplicaSession' | 'CdpReplicaTaskSession'

/** All rows that a question matches. */
export interface Rows<T extends EntityTypeName> {
  readonly items: readonly EntityOf<T>[]
  /** UIDs of rows that are there and cannot be read; null where not even the UID can. */
  readonly leftOut: ReadonlySet<string | null>
}

interface Question<T extends EntityTypeName> {
  readonly type: T
  readonly filter: FilterTree | undefined
  readonly sort: FieldSort
  /** Start of a row to the second, where pages follow each other by it; else they do by number. */
  readonly keyOf?: (row: EntityOf<T>) => string
}

const byStart: FieldSort = { field: 'CreationTimeUTC', direction: 'ascending' }
const startOf = (row: { creationTimeUTC: string }) => emTime(Date.parse(row.creationTimeUTC))

/**
 * Reads rows of EM whole, page after page. Rejects with what `ask` rejects with, or with an AppError
 * where an answer cannot be read.
 */
export class EmRows {
  readonly #ask: AskEm
  readonly #log: CollectorLog
  readonly #pageSize: PageSize

  constructor(options: { ask: AskEm; log: CollectorLog; pageSize: PageSize }) {
    this.#ask = options.ask
    this.#log = options.log
    this.#pageSize = options.pageSize
  }

  /**
   * All sessions or tasks that match. Page numbers shift while rows come and go, so a page is asked for
   * by the start of the last row before it, and what is known already is dropped.
   */
  started<T extends Started>(
    type: T,
    filter: FilterTree | undefined,
    signal: AbortSignal,
  ): Promise<Rows<T>> {
    return this.#readAll({ type, filter, sort: byStart, keyOf: startOf }, signal)
  }

  /** All policies or backup servers; they have no start, so their pages go by number. */
  all<T extends 'CdpPolicy' | 'BackupServer'>(type: T, signal: AbortSignal): Promise<Rows<T>> {
    return this.#readAll({ type, filter: undefined, sort: defaultSort[type] }, signal)
  }

  /** Sessions or tasks by UID: their own (`Id`) or their session's, at most `most` UIDs a request. */
  async byUids<T extends Started>(
    type: T,
    by: { field: 'Id' | 'PolicySessionUid'; uids: readonly string[]; most: number },
    signal: AbortSignal,
  ): Promise<Rows<T>> {
    const items: EntityOf<T>[] = []
    const leftOut = new Set<string | null>()
    for (const filter of uidBatches(by.field, by.uids, by.most)) {
      const rows = await this.started(type, filter, signal)
      for (const row of rows.items) items.push(row)
      for (const uid of rows.leftOut) leftOut.add(uid)
    }
    return { items, leftOut }
  }

  /** The newest sessions that match, as many as a page holds. */
  async newest(filter: FilterTree, signal: AbortSignal): Promise<Rows<'CdpReplicaSession'>> {
    const type = 'CdpReplicaSession'
    const { answer } = await this.#page({ type, filter, sort: defaultSort[type] }, 0, signal)
    return { items: answer.items, leftOut: this.#leftOut(type, answer) }
  }

  async #readAll<T extends EntityTypeName>(
    question: Question<T>,
    signal: AbortSignal,
  ): Promise<Rows<T>> {
    const { type, keyOf } = question
    const items = new Map<string, EntityOf<T>>()
    const shared = new SharedValues()
    const leftOut = new Set<string | null>()
    let key = ''
    /** Rows behind us since the key. */
    let passed = 0
    let firstBefore: string | undefined
    for (;;) {
      const from = key === '' ? undefined : condition(byStart.field, '>=', key)
      const filter = and(question.filter, from)
      const { answer, size, number } = await this.#page({ ...question, filter }, passed, signal)
      for (const row of answer.items) {
        shared.shareIn(row)
        items.set(row.uid, row)
      }
      for (const uid of this.#leftOut(type, answer)) leftOut.add(uid)
      if (isLast(answer, size, number)) return { items: [...items.values()], leftOut }
      const newest = keyOf ? answer.items.map(keyOf).reduce(later, key) : key
      const first = answer.items[0]?.uid
      if (newest > key) {
        key = newest
        passed = 0
        firstBefore = undefined
      } else {
        // EM that took no notice of the number would be asked for ever.
        if (passed > 0 && first !== undefined && first === firstBefore) {
          throw new AppError('em-bad-answer', `Page ${number} of ${type} is the page before again.`)
        }
        passed = number * size
        firstBefore = first
      }
    }
  }

  async #page<T extends EntityTypeName>(
    { type, filter, sort }: Question<T>,
    passed: number,
    signal: AbortSignal,
  ): Promise<{ answer: QueryAnswer<T>; size: number; number: number }> {
    const printed = printForEm(filter)
    if (!printed.ok) throw new AppError('bad-filter', printed.error.message)
    const asked = await this.#pageSize.ask(async (pageSize) => {
      // After a smaller page size the page may begin before the first row that is wanted, never after it.
      const page = Math.floor(passed / pageSize) + 1
      const path = queryPath({ type, filter: printed.text || null, sort, pageSize, page })
      return { answer: readAnswer(type, await this.#ask(path, signal)), pageSize, number: page }
    })
    const size = Math.min(asked.pageSize, asked.answer.page?.size || asked.pageSize)
    this.#pageSize.keep(size)
    return { answer: asked.answer, size, number: asked.number }
  }

  #leftOut(type: EntityTypeName, { problems }: QueryAnswer<EntityTypeName>): Set<string | null> {
    const leftOut = problems.filter(({ row }) => row === 'left-out')
    const [first] = leftOut
    if (first) {
      const details = { type, rows: leftOut.length, uid: first.uid }
      this.#log.warn(details, `rows that cannot be read were left out: ${first.message}`)
    }
    return new Set(leftOut.map(({ uid }) => uid))
  }
}

function later(a: string, b: string): string {
  return b > a ? b : a
}

/** Told by EM's count of pages; without one, by a page that is not full. Rows that cannot be read are rows. */
function isLast(answer: QueryAnswer<EntityTypeName>, size: number, number: number): boolean {
  if (answer.page !== null) return number >= answer.page.count
  const leftOut = answer.problems.filter(({ row }) => row === 'left-out').length
  return answer.items.length + leftOut < size
}
