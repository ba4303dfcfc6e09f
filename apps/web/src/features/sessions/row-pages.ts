/** Rows asked for beyond those in sight, so that a step of the wheel meets rows that are there. */
const around = 40

/** Numbers of the pages, from 0, that hold the rows from `first` to `last` and some around them, of `count` in all. */
export function pagesAround(first: number, last: number, count: number, size: number): number[] {
  if (count === 0) return []
  const from = Math.floor(Math.max(0, first - around) / size)
  const to = Math.floor(Math.min(count - 1, last + around) / size)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
