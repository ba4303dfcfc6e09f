import { condition } from '@cdp-watch/em-filter'
import type { IndexProgress } from '../store/session-store.ts'
import type { CatchUp } from './catch-up.ts'
import { type Clocks, historyTarget } from './clocks.ts'
import type { CollectionReading, Collections } from './collections.ts'
import type { CollectorLog } from './collector-needs.ts'
import type { CollectorOptions } from './collector-options.ts'
import type { EmRows } from './em-rows.ts'
import { emTime, minuteMs } from './em-time.ts'
import { isFilledTo, nextSlices, type Slice } from './history-slices.ts'
import type { KnownIndex } from './known-index.ts'
import { probeFrom, roundWindow } from './round-window.ts'
import { readWhole } from './whole-round.ts'

/** EM collects every 15 minutes by default, and need not tell of it. */
const wholeAtLeastMs = 15 * minuteMs
const historyPauseMs = 10 * minuteMs

/** The last round that read all there was to read. */
export interface WholeRound {
  /** By the clock that is never set. */
  readonly at: number
  /** EM's last collection before it. */
  readonly lastFinishedUTC: string | null
  /** UIDs of sessions that started lately or had not stopped. */
  readonly recent: ReadonlySet<string>
}

/** Whether EM is to be read in full, by what it tells of its collection: its data change by nothing else. */
export function isWholeDue(
  last: Pick<WholeRound, 'at' | 'lastFinishedUTC'> | undefined,
  collection: CollectionReading,
  elapsed: number,
): boolean {
  if (last === undefined || collection.kind === 'untold') return true
  if (elapsed - last.at >= wholeAtLeastMs) return true
  return collection.lastFinishedUTC !== last.lastFinishedUTC
}

interface Parts {
  rows: EmRows
  collections: Collections
  index: KnownIndex
  catchUp: CatchUp
  clocks: Clocks
  options: CollectorOptions
  log: CollectorLog
}

/** The rounds by which the index follows EM. */
export class Rounds {
  /** EM is always to be followed. */
  readonly isWanted = true
  readonly #parts: Parts
  #last: WholeRound | undefined
  #inStepAt: number | null = null
  #readAt: { readonly now: number; readonly emNow: number } | undefined
  #history: { readonly before: number; readonly at: number } | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** When EM was last found to tell nothing that the index does not know, ms since 1970 by this server's clock; null before. */
  get asOf(): number | null {
    return this.#inStepAt
  }

  /** One round. Rejects where EM cannot be asked or the index not be written; then the index is as it was. */
  async run(signal: AbortSignal): Promise<void> {
    const { collections, index, clocks } = this.#parts
    const last = this.#last
    const begun = clocks.now()
    this.#last = undefined
    const progress = index.progress ?? (await index.look())
    const collection = await collections.read(signal)
    const isDue = isWholeDue(last, collection, clocks.elapsed())
    if (last && !isDue && !(await this.#showsUnknown(progress, last, signal))) {
      this.#last = last
      this.#inStepAt = begun
      return
    }
    await this.#readWhole(progress, collection, signal)
  }

  get #target(): number {
    return historyTarget(this.#parts.options, this.#parts.clocks.emNow())
  }

  async #showsUnknown(
    { newestStart }: IndexProgress,
    { recent }: WholeRound,
    signal: AbortSignal,
  ): Promise<boolean> {
    const from = emTime(probeFrom(newestStart, this.#parts.clocks.emNow()))
    const newest = condition('CreationTimeUTC', '>=', from)
    const { items } = await this.#parts.rows.newest(newest, signal)
    return items.some(({ uid }) => !recent.has(uid))
  }

  async #readWhole(
    progress: IndexProgress,
    collection: CollectionReading,
    signal: AbortSignal,
  ): Promise<void> {
    const { rows, index, catchUp, clocks, log } = this.#parts
    const begun = { now: clocks.now(), emNow: clocks.emNow() }
    const at = clocks.elapsed()
    const readAt = this.#readAt?.emNow ?? null
    const { sessionsFrom, refills } = roundWindow(progress, begun.emNow, readAt)
    const reached = refills ? { filledBackTo: sessionsFrom } : {}
    const history = refills ? undefined : this.#nextHistory(progress, sessionsFrom, at)
    const position = await index.position()
    const { changes, recent, behind, isWhole } = await readWhole(
      rows,
      { position, sessionsFrom, emNow: begun.emNow, readAt, history },
      async (first) => {
        // On a large estate the tasks take minutes; who looks at an empty index need not wait for them.
        if (progress.sessions === 0) await index.apply({ ...first, ...reached })
      },
      signal,
    )
    const isFilled =
      !refills && behind.length === 0 && catchUp.isDone && isFilledTo(progress, this.#target)
    let committed = begun.now
    const applied = await index.apply(
      { ...changes, ...reached, isFilled, readAtEm: begun.emNow },
      () => {
        committed = clocks.now()
        this.#readAt = begun
        this.#inStepAt = begun.now
      },
    )
    catchUp.add(behind)
    if (history) this.#history = { before: history.from, at }
    const lastFinishedUTC = collection.kind === 'told' ? collection.lastFinishedUTC : null
    if (isWhole) this.#last = { at, lastFinishedUTC, recent }
    const committedUTC = new Date(committed).toISOString()
    const ms = Math.round(clocks.elapsed() - at)
    log.debug({ ...applied, committedUTC, ms }, 'Enterprise Manager was read')
  }

  /** Backwards day by day, then from the front again: what came late is found within so many rounds. */
  #nextHistory(progress: IndexProgress, sessionsFrom: number, elapsed: number): Slice | undefined {
    const target = this.#target
    if (!isFilledTo(progress, target)) return undefined
    if (this.#history && elapsed - this.#history.at < historyPauseMs) return undefined
    const [next] = nextSlices(this.#history?.before ?? sessionsFrom, target, 1)
    return next ?? nextSlices(sessionsFrom, target, 1)[0]
  }
}
