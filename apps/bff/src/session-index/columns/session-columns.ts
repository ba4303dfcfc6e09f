/**
 * The sessions of the index in columns, in memory: a filter, a count or a sort over hundreds of
 * thousands of sessions is a walk over small numbers (docs/decisions/006). Position `i` of each column
 * is one session; positions are in order of arrival. A column may be longer than `count`.
 */
export interface SessionColumns {
  readonly count: number
  /** `seq` of the table; rises with the position. */
  readonly seq: Float64Array
  /** ms since 1970. */
  readonly created: Float64Array
  /** ms since 1970; NaN where it has not ended. */
  readonly ended: Float64Array
  /** Position in `healths` of the contract. */
  readonly health: Uint8Array
  /** Ids of `words`. */
  readonly state: Uint16Array
  readonly result: Uint16Array
  /** Ids of `labels`. */
  readonly policy: Uint32Array
  readonly server: Uint32Array
  readonly isActive: Uint8Array
  readonly isGone: Uint8Array
  readonly isRetry: Uint8Array
  /** Ids of `text_sets`, 0 for none. */
  readonly failureSet: Uint32Array
  readonly vmSet: Uint32Array
  readonly failureSource: Uint8Array
  /** -1 where it is not known. */
  readonly vmsTotal: Int32Array
  readonly vmsFailed: Uint32Array
  readonly vmsWarning: Uint32Array
  readonly version: Float64Array
  /** All positions that count (those pruned are not among them), in order of start, oldest first; ties by position. */
  readonly byStart: Uint32Array
}
