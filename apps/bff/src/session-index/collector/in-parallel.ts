/**
 * Does two things at once. Where one fails the other is broken off; either way nothing is left under
 * way. Rejects with the first error.
 */
export async function inParallel<A, B>(
  signal: AbortSignal,
  one: (signal: AbortSignal) => Promise<A>,
  other: (signal: AbortSignal) => Promise<B>,
): Promise<[A, B]> {
  const breaking = new AbortController()
  const both = AbortSignal.any([signal, breaking.signal])
  const started: [Promise<A>, Promise<B>] = [one(both), other(both)]
  try {
    return await Promise.all(started)
  } catch (error) {
    breaking.abort(error)
    await Promise.allSettled(started)
    throw error
  }
}
