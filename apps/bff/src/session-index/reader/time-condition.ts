import type { ComparisonOperator } from '@cdp-watch/em-filter'

const ticksOfSecond = 7
const ticksOfMillisecond = 4

/**
 * A time as `readValue` gives it (a bare date, or UTC with up to 7 fractional digits), in ms since
 * 1970. What is finer than a millisecond, which EM's own times are cut to, comes out as half of one:
 * it is between two of them.
 */
export function comparableTime(canonical: string): number {
  const [whole = '', fraction = ''] = canonical.replace('Z', '').split('.')
  const ticks = fraction.padEnd(ticksOfSecond, '0')
  const seconds = Date.parse(whole.includes('T') ? `${whole}Z` : whole)
  const milliseconds = Number(ticks.slice(0, -ticksOfMillisecond))
  const isBetween = Number(ticks.slice(-ticksOfMillisecond)) > 0
  return seconds + milliseconds + (isBetween ? 0.5 : 0)
}

/**
 * Compares a time (ms since 1970, NaN where there is none) to the one that is wanted, as the filter
 * language does: none is unequal to every time, and neither before nor after it.
 */
export function timeCondition(
  operator: ComparisonOperator,
  wanted: number,
): (time: number) => boolean {
  switch (operator) {
    case '==':
      return (time) => time === wanted
    case '!=':
      return (time) => time !== wanted
    case '>':
      return (time) => time > wanted
    case '<':
      return (time) => time < wanted
    case '>=':
      return (time) => time >= wanted
    case '<=':
      return (time) => time <= wanted
  }
}
