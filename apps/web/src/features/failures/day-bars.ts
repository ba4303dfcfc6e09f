import { countOf, formatCount } from '../../ui/format-count.ts'

/** Some days in a row: the first and the last of them (`2026-11-22`), and how many sessions there were. */
export interface DayBar {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Sessions by day, oldest first, as at most `most` bars; those of a long time are of several days each. */
export function dayBars(
  days: readonly string[],
  perDay: readonly number[],
  most: number,
): DayBar[] {
  const each = Math.max(1, Math.ceil(days.length / most))
  // The last bar is full: today stands at its end.
  const beginnings = Array.from(
    { length: Math.ceil(days.length / each) },
    (_, index) => days.length - (index + 1) * each,
  ).toReversed()
  return beginnings.map((begin) => {
    const first = Math.max(0, begin)
    const end = begin + each
    const counts = perDay.slice(first, end)
    return {
      from: days[first] ?? '',
      to: days[end - 1] ?? '',
      count: counts.reduce((sum, count) => sum + count, 0),
    }
  })
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** A calendar day for people: `22 Nov`. */
export function dayWords(day: string): string {
  return day === '' ? '' : dayAndMonth.format(new Date(`${day}T00:00:00Z`))
}

/** What a bar says: `22 Nov: 14 sessions`. */
export function barWords({ from, to, count }: DayBar): string {
  const days = from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`
  return `${days}: ${count === 0 ? 'none' : countOf(count, 'session')}`
}

/** What all bars say, for who does not see them. */
export function barsWords(bars: readonly DayBar[]): string {
  const [first] = bars
  const last = bars.at(-1)
  if (!first || !last) return 'No days'
  const top = bars.reduce((most, bar) => (bar.count > most.count ? bar : most), first)
  const span = `${dayWords(first.from)} to ${dayWords(last.to)}`
  return top.count === 0
    ? `No sessions from ${span}`
    : `Sessions by day, ${span}: at most ${formatCount(top.count)}, ${barWords(top).split(':')[0]}; last ${formatCount(last.count)}`
}
