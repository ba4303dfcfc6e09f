import { inspect } from 'node:util'

const usualPatienceMs = 30_000

/**
 * Reads again and again until what is read is as wanted, and gives it. Rejects with what was read last.
 * Unlike `expect.poll` it knows of no current test, so that tests can run at once.
 */
export async function until<T>(
  read: () => T | Promise<T>,
  isWanted: (value: T) => boolean,
  patienceMs = usualPatienceMs,
): Promise<T> {
  const begun = performance.now()
  let value = await read()
  while (!isWanted(value)) {
    if (performance.now() - begun > patienceMs) {
      throw new Error(`waited in vain; what was read last is ${inspect(value)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
    value = await read()
  }
  return value
}
