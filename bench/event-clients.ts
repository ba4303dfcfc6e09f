import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningSimulator } from '../e2e/servers.ts'
import { Listeners } from './listeners.ts'
import type { WatchedBff } from './watched-bff.ts'

/** What viewers cost who only look, and how soon one hears of a change after another. */
export interface EventClientsMeasures {
  clients: number
  seconds: number
  /** Share of one core (0 to 1) that the BFF used, without any client and with all of them. */
  shareWithout: number
  shareWith: number
  /** Between the first and the last client that heard of a change. */
  spreadMs: number
}

const nextCollectionSeconds = 17 * 60
const changePatienceMs = 300_000

/** Connects so many, lets them listen for so long, then lets Enterprise Manager have something new. */
export async function measureEventClients(
  { bff, watch }: WatchedBff,
  { control }: RunningSimulator,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<EventClientsMeasures> {
  const share = async (name: string) => {
    const before = watch.cpuMs
    await watch.during(name, () => sleep(seconds * 1000))
    return (watch.cpuMs - before) / (seconds * 1000)
  }
  const shareWithout = await share('nobody listens')
  const listeners = await Listeners.open(bff.url, clients)
  try {
    const shareWith = await share(`${clients} listen`)
    const spreadMs = await watch.during(`a change for ${clients} listeners`, async () => {
      const known = listeners.newest
      await control.set({ collecting: true })
      await control.advanceClock(nextCollectionSeconds)
      const version = await listeners.awaitNewer(known, changePatienceMs)
      await control.set({ collecting: false })
      const { firstMs, lastMs } = listeners.heard(version)
      return lastMs - firstMs
    })
    return { clients, seconds, shareWithout, shareWith, spreadMs }
  } finally {
    listeners.close()
  }
}
