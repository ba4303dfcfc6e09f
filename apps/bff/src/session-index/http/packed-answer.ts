import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { IndexAnswer } from './answer-cache.ts'

const compress = promisify(gzip)
/** Shorter ones travel in one packet anyhow. */
const leastBytes = 1400
const packed = new WeakMap<IndexAnswer, Promise<Buffer>>()

/**
 * An answer's body in gzip, made once for all who ask for it, off this thread. Undefined where it is too
 * short to be worth it. What the index answers is no secret to whoever may ask, and nothing else is in it.
 */
export function packedBody(answer: IndexAnswer): Promise<Buffer> | undefined {
  if (answer.body.length < leastBytes) return undefined
  const known = packed.get(answer) ?? compress(answer.body)
  packed.set(answer, known)
  return known
}
