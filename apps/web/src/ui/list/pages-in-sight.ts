/** Rows beyond those in sight that are asked for, so that a turn of the wheel meets rows that are there. */
const around = 30

/** Numbers of the pages after the first (0), of `size` rows, that hold the rows from `first` to `last` and some around. */
export function pagesInSight(first: number, last: number, size: number): number[] {
  const from = Math.max(1, Math.floor((first - around) / size))
  const to = Math.floor((last + around) / size)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
