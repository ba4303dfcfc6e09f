import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningSimulator } from '../e2e/servers.ts'
import { awaitFreshness, readFreshness } from './freshness.ts'
import type { WatchedBff } from './watched-bff.ts'

/** What the rounds of a time cost. */
export interface RoundsCost {
  rounds: number
  seconds: number
  /** Processor time of the BFF, ms. */
  cpuMs: number
  /** Requests to Enterprise Manager. */
  requests: number
}

/** Every round asks for EM's last collection first. */
const oncePerRound = 'GET systemSessions'
/** EM collects every 15 minutes, and is done within two. */
const nextCollectionSeconds = 17 * 60
const wholeRoundPatienceMs = 300_000

/** Lets it run for so long with nothing new from EM. */
export async function measureRounds(
  { watch }: WatchedBff,
  { control }: RunningSimulator,
  { name, seconds }: { name: string; seconds: number },
): Promise<RoundsCost> {
  await control.forgetRequests()
  const before = watch.cpuMs
  await watch.during(name, () => sleep(seconds * 1000))
  const cpuMs = watch.cpuMs - before
  const { total, byKind } = await control.received()
  return { rounds: byKind[oncePerRound] ?? 0, seconds, cpuMs, requests: total }
}

/** Lets EM collect from its backup servers, and resolves when the BFF has read all of what is new. */
export async function measureWholeRound(
  { bff, watch }: WatchedBff,
  { control }: RunningSimulator,
  name: string,
): Promise<RoundsCost> {
  const before = await readFreshness(bff.url)
  await control.forgetRequests()
  const cpuBefore = watch.cpuMs
  const begun = performance.now()
  await watch.during(name, async () => {
    await control.set({ collecting: true })
    await control.advanceClock(nextCollectionSeconds)
    const { isSo } = await awaitFreshness(
      bff.url,
      ({ index, dataVersion }) =>
        index.asOf !== before.index.asOf && dataVersion > before.dataVersion,
      wholeRoundPatienceMs,
    )
    if (!isSo) throw new Error('no round has read what Enterprise Manager collected')
  })
  const seconds = (performance.now() - begun) / 1000
  const cpuMs = watch.cpuMs - cpuBefore
  await control.set({ collecting: false })
  const { total, byKind } = await control.received()
  return { rounds: byKind[oncePerRound] ?? 0, seconds, cpuMs, requests: total }
}
