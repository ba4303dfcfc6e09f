import * as z from 'zod'
import { BadCursor } from '../store/session-store.ts'

const whole = z.int().min(0)

/** Where a page ended, and of what it was a page. */
const cursorSchema = z.strictObject({
  horizon: whole,
  /** `seq` of the last session of the page. */
  seq: whole,
  /** How many sessions there were up to it. */
  position: whole,
  /** What it was sorted by, see `sortValue`: tells whether it has moved since. */
  sortedBy: z.array(z.number()),
  /** Of the selection. */
  digest: z.string(),
})
export type Cursor = z.infer<typeof cursorSchema>

/** The cursor as a word for a URL. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Throws BadCursor for what is no cursor, or one of a selection with another digest. */
export function readCursor(text: string, digest: string): Cursor {
  const cursor = cursorSchema.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()))
  if (!cursor.success) throw new BadCursor('this is no cursor')
  if (cursor.data.digest !== digest) throw new BadCursor('the cursor belongs to another selection')
  return cursor.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadCursor('this is no cursor', { cause: error })
  }
}
