import { expect } from '@playwright/test'

/** How long a first fill of a simulator's month may take on a busy machine. */
const patienceMs = 90_000

/** What the tests look at of a BFF's freshness. */
interface Freshness {
  em: { state: string }
  index: { state: string; reasonsWaiting: number; sessions: number; asOf: string | null }
  dataVersion: number
}

/** An account of Enterprise Manager. */
interface Account {
  username: string
  password: string
}

/** The freshness of a BFF; `origin` is its address, `cookie` that of a sign-in where it asks for one. */
export async function askFreshness(origin: string, cookie = ''): Promise<Freshness> {
  return JSON.parse(await (await fetch(`${origin}/api/freshness`, { headers: { cookie } })).text())
}

/** Signs in to a BFF; its cookie, as a browser sends it back. */
async function signIn(origin: string, { username, password }: Account): Promise<string> {
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/**
 * Waits until the index of a BFF has all that it asked Enterprise Manager for, the VMs' reasons among it.
 * `account`: where it asks for a sign-in.
 */
export async function awaitFilledIndex(origin: string, account?: Account): Promise<void> {
  const cookie = account && (await signIn(origin, account))
  await expect
    .poll(
      async () => {
        const { index } = await askFreshness(origin, cookie)
        return { state: index.state, reasonsWaiting: index.reasonsWaiting }
      },
      { message: 'the index is filled', timeout: patienceMs },
    )
    .toEqual({ state: 'ready', reasonsWaiting: 0 })
}
