/** Bars chosen by the pointer or the keyboard: from `anchor`, where it began, to `head`, both included. */
export interface BarSelection {
  anchor: number
  head: number
}

/** First and last bar, whichever way they were chosen. */
export function selectedBars({ anchor, head }: BarSelection): { first: number; last: number } {
  return { first: Math.min(anchor, head), last: Math.max(anchor, head) }
}

const bigStep = 10

/** The selection after a key, or undefined where the key means nothing to it. With Shift it grows. */
export function selectionByKey(
  selection: BarSelection | undefined,
  key: string,
  shift: boolean,
  count: number,
): BarSelection | undefined {
  const at = selection?.head ?? count - 1
  const last = count - 1
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - bigStep,
    PageDown: at + bigStep,
    Home: 0,
    End: last,
  }
  const move = moves[key]
  if (move === undefined) return undefined
  const head = Math.min(last, Math.max(0, move))
  return { anchor: shift && selection ? selection.anchor : head, head }
}
