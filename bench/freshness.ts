import { setTimeout as sleep } from 'node:timers/promises'

/** What is read here of `GET /api/freshness`. */
export interface Freshness {
  index: {
    state: string
    reasonsWaiting: number
    asOf: string | null
    sessions: number
    error: { message: string } | null
  }
  dataVersion: number
}

const lookEveryMs = 250

/** Rejects where the BFF does not answer. `url`: its origin. */
export async function readFreshness(url: string): Promise<Freshness> {
  const answer = await fetch(`${url}/api/freshness`)
  if (!answer.ok) throw new Error(`freshness was answered ${answer.status}`)
  return await answer.json()
}

/**
 * Looks until it is so, or so long; the last freshness seen, and whether it was so. Rejects where the
 * index fails, with what it says: the benchmark's Enterprise Manager gives no reason to.
 */
export async function awaitFreshness(
  url: string,
  isSo: (freshness: Freshness) => boolean,
  patienceMs: number,
): Promise<{ freshness: Freshness; isSo: boolean }> {
  const begun = performance.now()
  for (;;) {
    const freshness = await readFreshness(url)
    if (freshness.index.error) throw new Error(freshness.index.error.message)
    if (isSo(freshness)) return { freshness, isSo: true }
    if (performance.now() - begun > patienceMs) return { freshness, isSo: false }
    await sleep(lookEveryMs)
  }
}
