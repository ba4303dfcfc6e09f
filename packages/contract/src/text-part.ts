import * as z from 'zod'

/** A part of a template or of a text; `kind` names what varies there, null where it is the words themselves. */
export const textPartSchema = z.object({ text: z.string(), kind: z.string().nullable() })
export type TextPart = z.infer<typeof textPartSchema>
