import * as z from 'zod'

/** A parameter that may repeat; always a list once read, each value once. A list of `one` in the OpenAPI document. */
export const several = <T extends z.ZodType<unknown, string>>(one: T) =>
  z.preprocess((value) => [value].flat(), z.array(one)).transform((values) => [...new Set(values)])

/** A whole number written in decimal digits. */
export const wholeNumber = (least: number, most: number) => {
  const message = `expected a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,16}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .meta({ type: 'integer', minimum: least, maximum: most })
}

/** A time in ISO 8601, with its zone. */
export const timeParameter = z.iso.datetime({
  offset: true,
  error: 'expected a time such as 2026-11-16T00:00:00Z',
})

/** The name of a time zone. */
export const zoneParameter = z
  .string()
  .max(60)
  .refine(isZone, 'expected the name of a time zone such as Europe/Oslo')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A text that is searched for. */
export const searchText = z
  .string()
  .max(200, 'expected at most 200 characters')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'expected readable characters')
