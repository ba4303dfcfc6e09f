import { AppError } from '../src/errors.ts'

/** The AppError with which something fails. Rejects where it succeeds, or fails otherwise. */
export async function appErrorOf(outcome: Promise<unknown>): Promise<AppError> {
  const error = await outcome.then(
    () => 'a success',
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw new Error(`expected an AppError, not ${String(error)}`)
}
