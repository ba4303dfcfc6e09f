import type { EmClient } from '../../em/client.ts'
import type { EmClock } from '../../em/em-clock.ts'
import { AppError } from '../../errors.ts'
import type { EmAnswered } from './collector-calls.ts'

/** Asks EM for the collector's thread. Never rejects: what goes wrong is answered, since an error loses its code on the way. */
export function createAskForThread(options: {
  client: EmClient
  clock: EmClock
  signal: AbortSignal
}): (path: string) => Promise<EmAnswered> {
  const { client, clock, signal } = options
  return async (path) => {
    try {
      return { ok: true, bytes: await client.getBytes(path, signal), emOffsetMs: clock.offsetMs }
    } catch (error) {
      const { code, message, extras } =
        error instanceof AppError ? error : new AppError('em-error', String(error), {}, error)
      const { retryAfterSeconds } = extras
      return {
        ok: false,
        code,
        message,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        emOffsetMs: clock.offsetMs,
      }
    }
  }
}
