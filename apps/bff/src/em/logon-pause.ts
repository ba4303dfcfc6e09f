import type { AppError } from '../errors.ts'

const firstPauseMs = 1000
const longestPauseMs = 30_000
/** A wrong password tried again and again locks the account in Active Directory, often at five times in half an hour. */
const pauseAfterRefusalMs = 15 * 60_000

/**
 * Milliseconds until the logon may be tried again, after this failure and `attempts` before it: growing,
 * by chance a quarter shorter or longer, and never less than EM asks for.
 */
export function pauseAfter(error: AppError, attempts: number): number {
  const growingMs = Math.min(longestPauseMs, firstPauseMs * 2 ** attempts)
  const ownMs =
    error.code === 'em-wrong-credentials'
      ? pauseAfterRefusalMs
      : growingMs * (0.75 + Math.random() / 2)
  return Math.max(ownMs, (error.extras.retryAfterSeconds ?? 0) * 1000)
}
