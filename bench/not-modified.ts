import { ask, createAgents } from './load.ts'

/**
 * Repeats a question whose answer is known, one at a time over one connection. Resolves with the
 * milliseconds of each; rejects where it is answered with anything but 304.
 */
export async function measureNotModified(address: string, times: number): Promise<number[]> {
  const agents = createAgents(1)
  try {
    const url = new URL(address)
    const { headers } = await ask(agents, { url, headers: {} })
    const tag = headers.etag
    if (typeof tag !== 'string') throw new Error(`${address} has no ETag`)
    const latenciesMs: number[] = []
    for (let time = 0; time < times; time += 1) {
      const begun = performance.now()
      const { status } = await ask(agents, { url, headers: { 'if-none-match': tag } })
      latenciesMs.push(performance.now() - begun)
      if (status !== 304) throw new Error(`${address} was answered ${status} at the same version`)
    }
    return latenciesMs
  } finally {
    agents.close()
  }
}
