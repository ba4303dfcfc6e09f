import type { IndexProgress } from '../store/session-store.ts'
import { dayMs, hourMs } from './em-time.ts'

/** Sessions that started from `from` (included) to `to` (excluded); ms since 1970 by EM's clock, whole seconds. */
export interface Slice {
  readonly from: number
  readonly to: number
}

/** EM's clock may be set back by hours; what is that little older is not worth a fill of its own. */
const toleranceMs = 12 * hourMs

/** Whether the history reaches back to `target`. One that has been filled before is not filled anew for some hours. */
export function isFilledTo(
  { filledBackTo, isFilled }: Pick<IndexProgress, 'filledBackTo' | 'isFilled'>,
  target: number,
): boolean {
  if (filledBackTo === null) return false
  return filledBackTo - (isFilled ? toleranceMs : 0) <= target
}

/** The next slices of a fill that has come back to `reached`, newest first: a day each, the last one shorter. */
export function nextSlices(reached: number, target: number, most: number): Slice[] {
  const slices: Slice[] = []
  for (let to = reached; to > target && slices.length < most; to -= dayMs) {
    slices.push({ from: Math.max(target, to - dayMs), to })
  }
  return slices
}
