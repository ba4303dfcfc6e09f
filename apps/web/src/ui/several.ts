import * as z from 'zod'

/** A part of an address that may repeat; always a list once read, each value once. */
export const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .transform((all) => [...new Set(all)])
