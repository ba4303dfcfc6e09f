/** A time of EM: in UTC with milliseconds; absent; or a value that names no time. */
export type TimeReading =
  | { readonly kind: 'time'; readonly iso: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'invalid' }

const absent: TimeReading = { kind: 'absent' }
const invalid: TimeReading = { kind: 'invalid' }

const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?)?(?:[Zz]|([-+]\d\d):?(\d\d))?$/
const firstYear = 1970
const lastYear = 9999
const minuteMs = 60_000

/**
 * Reads a time as EM writes it: 0 to 7 fractional digits, with or without `Z`, always UTC unless it
 * names an offset. What is finer than a millisecond is cut off, never rounded up: a time used as the
 * lower bound of the next query must not lie behind the row it came from.
 */
export function readTime(value: unknown): TimeReading {
  if (value === null || value === undefined || value === '') return absent
  const parts = typeof value === 'string' ? form.exec(value.trim()) : null
  if (parts === null) return invalid
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = parts
  // A date of .NET that was never set is the first day of year 1.
  if (Number(year) === 1) return absent
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const dayIsReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  const hourIsReal = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  if (!dayIsReal || !hourIsReal) return invalid
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds)
  if (parts[8] !== undefined) date.setTime(date.getTime() - offsetMs(parts[8], parts[9] ?? '0'))
  const inRange = date.getUTCFullYear() >= firstYear && date.getUTCFullYear() <= lastYear
  return inRange ? { kind: 'time', iso: date.toISOString() } : invalid
}

function offsetMs(signedHours: string, minutes: string): number {
  const sign = signedHours.startsWith('-') ? -1 : 1
  return (Number(signedHours) * 60 + sign * Number(minutes)) * minuteMs
}
