/** The tallest element every browser lays out: Firefox ends at some 17.9 million pixels. */
const tallest = 17_800_000

/** How many of `count` rows a scroll bar can reach, where each is `height` pixels. */
export function reachableRows(count: number, height: number): number {
  return Math.min(count, Math.floor(tallest / height))
}
