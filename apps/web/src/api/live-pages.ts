import { paths } from '@cdp-watch/contract'
import { type EntityType, type FilterTree, print } from '@cdp-watch/em-filter'
import type * as z from 'zod'
import { request, urlOf } from './request.ts'

export interface LiveSort {
  field: string
  descending: boolean
}

export interface LiveQuestion {
  type: EntityType
  filter?: FilterTree | undefined
  sort: LiveSort
}

/** What every live answer has, whatever its rows are. */
interface LiveAnswer<Row> {
  items: Row[]
  page: { number: number; count: number }
  rowProblems: { row: 'left-out' | 'kept'; message: string }[]
  answeredUTC: string
}

/** Rows of a question asked to its end, each once. */
export interface AllRows<Row> {
  rows: Row[]
  /** Rows that EM has and that could not be read. */
  unreadable: number
  /** False where there are more rows than were asked for. */
  complete: boolean
  answeredUTC: string
}

/** The largest page EM takes is not documented; this many rows it is known to give. */
const wholePageSize = 500

/** Address of one page of a live question. */
export function livePageUrl(
  { type, filter, sort }: LiveQuestion,
  page: number,
  pageSize: number,
): string {
  return urlOf(paths.emQuery, {
    type,
    filter: filter ? print(filter) : undefined,
    [sort.descending ? 'sortDesc' : 'sortAsc']: sort.field,
    pageSize,
    page,
  })
}

/** Every row of a question, page after page, but no more than `mostPages` of 500. Throws ApiError or DashboardUnreachable. */
export async function allRows<Row extends { uid: string }>(
  question: LiveQuestion,
  answer: z.ZodType<LiveAnswer<Row>>,
  signal: AbortSignal,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<AllRows<Row>> {
  const byUid = new Map<string, Row>()
  let unreadable = 0
  for (let page = 1; ; page += 1) {
    const given = await request(livePageUrl(question, page, wholePageSize), answer, signal)
    for (const row of given.items) byUid.set(row.uid, row)
    unreadable += given.rowProblems.filter((problem) => problem.row === 'left-out').length
    const last = page >= given.page.count
    if (last || page >= mostPages) {
      return {
        rows: [...byUid.values()],
        unreadable,
        complete: last,
        answeredUTC: given.answeredUTC,
      }
    }
  }
}
