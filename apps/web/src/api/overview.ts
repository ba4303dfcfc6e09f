import { type Overview, wallPaths } from '@cdp-watch/contract'
import { readJson } from './guard.ts'
import { isOverview, isWallProblem, type WallProblem } from './wall-answers.ts'

/**
 * What came of asking for an overview. `refused`: the server said no, or something that this page cannot
 * read, and why. `unreachable`: no answer, or something else answered in its place.
 */
export type AskedOverview =
  | { readonly kind: 'picture'; readonly overview: Overview }
  | { readonly kind: 'refused'; readonly problem: WallProblem }
  | { readonly kind: 'unreachable' }

/** A page that is older or newer than its server mends itself; until then it says so. */
const otherVersion: WallProblem = {
  status: 502,
  title: 'This page and its server are of different versions',
  detail: 'It will be loaded anew by itself.',
}

/** Asks how the policies are now; `filter` is the query of the address. Rejects only where `signal` is aborted. */
export async function askOverview(filter: string, signal: AbortSignal): Promise<AskedOverview> {
  const url = filter === '' ? wallPaths.overview : `${wallPaths.overview}?${filter}`
  const response = await fetch(url, { signal }).catch(() => null)
  const text = (await response?.text().catch(() => null)) ?? null
  signal.throwIfAborted()
  if (response === null || text === null) return { kind: 'unreachable' }
  const body = readJson(text)
  if (response.ok && isOverview(body)) return { kind: 'picture', overview: body }
  if (!response.ok && isWallProblem(body)) return { kind: 'refused', problem: body }
  // Whatever stands between, such as a proxy whose server has gone, answers with no JSON.
  return response.ok && body !== undefined
    ? { kind: 'refused', problem: otherVersion }
    : { kind: 'unreachable' }
}
