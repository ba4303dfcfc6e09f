import { bytesOf } from './bytes-of.ts'
import { Combinations } from './combinations.ts'
import type { SavedPart } from './saved-part.ts'
import type { SessionColumns } from './session-columns.ts'
import { firstAtOrAfter, mergeByStart } from './start-order.ts'

/** A session as it is put into the columns, see `SessionColumns`; two of them are for the reader alone. */
export interface ColumnRow {
  seq: number
  created: number
  ended: number
  health: number
  state: number
  result: number
  policy: number
  server: number
  isActive: number
  isGone: number
  isRetry: number
  /** Id of the text of EM's own message, 0 for none. */
  message: number
  failureSet: number
  failureSource: number
  /** Distinct failure texts. */
  failureCount: number
  vmSet: number
  vmsTotal: number
  vmsFailed: number
  vmsWarning: number
  version: number
}

function moved<C extends { set(from: C): void }>(from: C, to: C): C {
  to.set(from)
  return to
}

/** The columns that are saved; `combination` follows from others. */
const savedColumns = [
  'seq',
  'created',
  'ended',
  'version',
  'policy',
  'server',
  'message',
  'failureSet',
  'vmSet',
  'vmsTotal',
  'vmsFailed',
  'vmsWarning',
  'state',
  'result',
  'failureCount',
  'health',
  'isActive',
  'isGone',
  'isRetry',
  'failureSource',
] as const satisfies readonly (keyof ColumnRow)[]

/** What of columns is not in them. */
export interface ColumnsExtent {
  readonly count: number
  /** So many are in `byStart`. */
  readonly ordered: number
  readonly prunedBefore: number
}

/** Share of positions that may be taken up by sessions that were pruned. */
const mostWaste = 0.25

/** A copy costs milliseconds, and there are months between two of them; room that is not used costs memory. */
const growth = 1.05

/** Columns that grow with the sessions. Those that are pruned leave `byStart` alone. */
export class ColumnSet implements SessionColumns, SavedPart<ColumnsExtent> {
  count = 0
  seq = new Float64Array()
  created = new Float64Array()
  ended = new Float64Array()
  health = new Uint8Array()
  state = new Uint16Array()
  result = new Uint16Array()
  policy = new Uint32Array()
  server = new Uint32Array()
  isActive = new Uint8Array()
  isGone = new Uint8Array()
  isRetry = new Uint8Array()
  message = new Uint32Array()
  failureSet = new Uint32Array()
  failureSource = new Uint8Array()
  failureCount = new Uint16Array()
  vmSet = new Uint32Array()
  vmsTotal = new Int32Array()
  vmsFailed = new Uint32Array()
  vmsWarning = new Uint32Array()
  version = new Float64Array()
  /** Numbers of `combinations`. */
  combination = new Uint32Array()
  readonly combinations = new Combinations()
  byStart = new Uint32Array()
  #order = new Uint32Array()
  #prunedBefore = Number.NEGATIVE_INFINITY
  /** So many are in `byStart`, or were pruned. */
  #settled = 0
  #isOrderBroken = false
  #isIncomplete = false

  /** Makes room for so many sessions at once. */
  reserve(capacity: number): void {
    if (capacity <= this.seq.length) return
    this.seq = moved(this.seq, new Float64Array(capacity))
    this.created = moved(this.created, new Float64Array(capacity))
    this.ended = moved(this.ended, new Float64Array(capacity))
    this.health = moved(this.health, new Uint8Array(capacity))
    this.state = moved(this.state, new Uint16Array(capacity))
    this.result = moved(this.result, new Uint16Array(capacity))
    this.policy = moved(this.policy, new Uint32Array(capacity))
    this.server = moved(this.server, new Uint32Array(capacity))
    this.isActive = moved(this.isActive, new Uint8Array(capacity))
    this.isGone = moved(this.isGone, new Uint8Array(capacity))
    this.isRetry = moved(this.isRetry, new Uint8Array(capacity))
    this.message = moved(this.message, new Uint32Array(capacity))
    this.failureSet = moved(this.failureSet, new Uint32Array(capacity))
    this.failureSource = moved(this.failureSource, new Uint8Array(capacity))
    this.failureCount = moved(this.failureCount, new Uint16Array(capacity))
    this.vmSet = moved(this.vmSet, new Uint32Array(capacity))
    this.vmsTotal = moved(this.vmsTotal, new Int32Array(capacity))
    this.vmsFailed = moved(this.vmsFailed, new Uint32Array(capacity))
    this.vmsWarning = moved(this.vmsWarning, new Uint32Array(capacity))
    this.version = moved(this.version, new Float64Array(capacity))
    this.combination = moved(this.combination, new Uint32Array(capacity))
    const { length } = this.byStart
    this.#order = moved(this.byStart, new Uint32Array(capacity))
    this.byStart = this.#order.subarray(0, length)
  }

  /** Only what started at this time (ms since 1970) or after it counts. */
  get prunedBefore(): number {
    return this.#prunedBefore
  }

  get extent(): ColumnsExtent {
    const { count, prunedBefore } = this
    return { count, ordered: this.byStart.length, prunedBefore }
  }

  parts(): Uint8Array[] {
    const columns = savedColumns.map((name) => this[name].subarray(0, this.count))
    return [...columns, this.byStart].map(bytesOf)
  }

  sizeOf({ count, ordered }: ColumnsExtent): number {
    const ofRow = savedColumns.reduce((sum, name) => sum + this[name].BYTES_PER_ELEMENT, 0)
    return count * ofRow + ordered * this.byStart.BYTES_PER_ELEMENT
  }

  makeRoom({ count, ordered }: ColumnsExtent): Uint8Array[] {
    this.reserve(count)
    this.count = count
    this.byStart = this.#order.subarray(0, ordered)
    return this.parts()
  }

  completeFrom({ prunedBefore }: ColumnsExtent): void {
    this.#prunedBefore = prunedBefore
    this.#settled = this.count
    for (let position = 0; position < this.count; position += 1) {
      this.combination[position] = this.combinations.numberOf({
        health: this.health[position] ?? 0,
        state: this.state[position] ?? 0,
        result: this.result[position] ?? 0,
        policy: this.policy[position] ?? 0,
        server: this.server[position] ?? 0,
      })
    }
  }

  /** Position of the session with this `seq`, or -1. */
  positionOf(seq: number): number {
    const position = this.firstAfter(seq - 1)
    return position < this.count && this.seq[position] === seq ? position : -1
  }

  /** Position of the first session whose `seq` is greater; `count` where there is none. */
  firstAfter(seq: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.seq[middle] ?? 0) <= seq) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Whether there is a session at this position that was not pruned. */
  counts(position: number): boolean {
    return position >= 0 && (this.created[position] ?? Number.NaN) >= this.#prunedBefore
  }

  /** Takes a session in, anew where it is known; new ones in order of `seq`. `settle` must follow. */
  put(row: ColumnRow): void {
    const known = this.#last() < row.seq ? -1 : this.positionOf(row.seq)
    if (known < 0 && row.seq < this.#last()) {
      // It was left out when all were read, as it started before what is kept.
      if (row.created >= this.#prunedBefore) this.#isIncomplete = true
      return
    }
    const position = known < 0 ? this.#append() : known
    if (known >= 0 && this.created[position] !== row.created) this.#isOrderBroken = true
    this.seq[position] = row.seq
    this.created[position] = row.created
    this.ended[position] = row.ended
    this.health[position] = row.health
    this.state[position] = row.state
    this.result[position] = row.result
    this.policy[position] = row.policy
    this.server[position] = row.server
    this.isActive[position] = row.isActive
    this.isGone[position] = row.isGone
    this.isRetry[position] = row.isRetry
    this.message[position] = row.message
    this.failureSet[position] = row.failureSet
    this.failureSource[position] = row.failureSource
    this.failureCount[position] = row.failureCount
    this.vmSet[position] = row.vmSet
    this.vmsTotal[position] = row.vmsTotal
    this.vmsFailed[position] = row.vmsFailed
    this.vmsWarning[position] = row.vmsWarning
    this.version[position] = row.version
    this.combination[position] = this.combinations.numberOf(row)
  }

  /** Brings `byStart` up to date: after the last `put`, and without what started before (ms since 1970). */
  settle(prunedBefore: number): void {
    this.#prunedBefore = Math.max(this.#prunedBefore, prunedBefore)
    const all = this.#isOrderBroken
    const kept: number[] = []
    for (let position = all ? 0 : this.#settled; position < this.count; position += 1) {
      if (this.counts(position)) kept.push(position)
    }
    const first = firstAtOrAfter(this.byStart, this.created, this.#prunedBefore)
    const count = all ? 0 : this.byStart.length - first
    this.#order.copyWithin(0, first, this.byStart.length)
    mergeByStart(this.#order, count, kept, this.created)
    this.byStart = this.#order.subarray(0, count + kept.length)
    this.#settled = this.count
    this.#isOrderBroken = false
  }

  /** All are to be read anew: one is missing that cannot be put in its place, or too many were pruned. */
  isOutdated(): boolean {
    return this.#isIncomplete || this.count - this.byStart.length > this.count * mostWaste
  }

  #last(): number {
    return this.count === 0 ? Number.NEGATIVE_INFINITY : (this.seq[this.count - 1] ?? 0)
  }

  #append(): number {
    if (this.count === this.seq.length) this.reserve(Math.ceil(this.count * growth) + 5000)
    const position = this.count
    this.count += 1
    return position
  }
}
