import type { SessionColumns } from '../columns/session-columns.ts'

/** The sessions that are looked at, and which of their numbers (`seq`) come first and last: worked out when it is asked for. */
export class SliceRange {
  readonly #seq: Float64Array
  readonly #positions: Uint32Array
  #ends: { readonly first: number; readonly last: number } | undefined

  constructor({ seq }: Pick<SessionColumns, 'seq'>, positions: Uint32Array) {
    this.#seq = seq
    this.#positions = positions
  }

  get first(): number {
    return this.#find().first
  }

  /** Less than `first` where there is no session. */
  get last(): number {
    return this.#find().last
  }

  #find(): { readonly first: number; readonly last: number } {
    if (this.#ends) return this.#ends
    let first = Number.POSITIVE_INFINITY
    let last = -1
    for (const position of this.#positions) {
      if (position < first) first = position
      if (position > last) last = position
    }
    this.#ends = { first: this.#seq[first] ?? 0, last: this.#seq[last] ?? -1 }
    return this.#ends
  }
}
