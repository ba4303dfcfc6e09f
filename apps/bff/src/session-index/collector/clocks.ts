import { dayMs } from './em-time.ts'

/** The clocks that the collector goes by. */
export interface Clocks {
  /** This server's, ms since 1970: for what people are told. */
  now(): number
  /** EM's, ms since 1970: for what EM is asked. */
  emNow(): number
  /** Ms of a clock that is never set: for pauses. */
  elapsed(): number
}

/** How far back the history is to reach, ms since 1970 by EM's clock: what is to be forgotten is not fetched. */
export function historyTarget(
  options: { historyDays: number; retentionDays: number },
  emNow: number,
): number {
  return emNow - Math.min(options.historyDays, options.retentionDays) * dayMs
}
