import { expect } from '@playwright/test'

/** How long a first fill of a simulator's month may take on a busy machine. */
const patienceMs = 90_000

/** What the tests look at of a BFF's freshness. */
interface Freshness {
  em: { state: string }
  index: { state: string; reasonsWaiting: number; sessions: number; asOf: string | null }
  dataVersion: number
}

/** The freshness of a BFF; `origin` is its address. */
export async function askFreshness(origin: string): Promise<Freshness> {
  return JSON.parse(await (await fetch(`${origin}/api/freshness`)).text())
}

/** Waits until the index of a BFF has all that it asked Enterprise Manager for, the VMs' reasons among it. */
export async function awaitFilledIndex(origin: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { index } = await askFreshness(origin)
        return { state: index.state, reasonsWaiting: index.reasonsWaiting }
      },
      { message: 'the index is filled', timeout: patienceMs },
    )
    .toEqual({ state: 'ready', reasonsWaiting: 0 })
}
