import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningSimulator } from '../e2e/servers.ts'
import type { ReceivedRequests, SimulatorControl } from '../e2e/simulator-control.ts'
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
/** Longer than a round with nothing new, shorter than the pause after it. */
const roundMs = 2000
const silenceMs = 10_000
const silencePatienceMs = 600_000
const idleRoundsPatienceMs = 300_000
const wholeRoundPatienceMs = 300_000

/**
 * Lets it be for so long without a round: what it uses all the same. After a start it has to catch up
 * first, which is over when Enterprise Manager is asked nothing any more.
 */
export async function measureStill(
  { watch }: WatchedBff,
  { control }: RunningSimulator,
  seconds: number,
): Promise<RoundsCost> {
  await watch.during('catching up', () => awaitSilence(control))
  const before = watch.cpuMs
  await watch.during('no rounds', () => sleep(seconds * 1000))
  return { rounds: 0, seconds, cpuMs: watch.cpuMs - before, requests: 0 }
}

/** Rejects where it is asked for minutes without a pause. */
async function awaitSilence(control: SimulatorControl): Promise<void> {
  const begun = performance.now()
  while (performance.now() - begun < silencePatienceMs) {
    await control.forgetRequests()
    await sleep(silenceMs)
    if ((await control.received()).total === 0) return
  }
  throw new Error(`Enterprise Manager was asked for ${silencePatienceMs} ms without a pause`)
}

/** Waits for so many rounds with nothing new from EM. Rejects where they do not come. */
export async function measureIdleRounds(
  { watch }: WatchedBff,
  { control }: RunningSimulator,
  count: number,
): Promise<RoundsCost> {
  await awaitRounds(control, 1)
  const cpuBefore = watch.cpuMs
  const begun = performance.now()
  const { total, byKind } = await watch.during('rounds with nothing new', () =>
    awaitRounds(control, count),
  )
  const seconds = (performance.now() - begun) / 1000
  const cpuMs = watch.cpuMs - cpuBefore
  return { rounds: byKind[oncePerRound] ?? 0, seconds, cpuMs, requests: total }
}

/** Waits for as many rounds from now on, the last of them to its end. */
async function awaitRounds(control: SimulatorControl, count: number): Promise<ReceivedRequests> {
  await control.forgetRequests()
  const begun = performance.now()
  while (performance.now() - begun < idleRoundsPatienceMs) {
    await sleep(roundMs)
    const received = await control.received()
    if ((received.byKind[oncePerRound] ?? 0) >= count) {
      await sleep(roundMs)
      return received
    }
  }
  throw new Error(`there were no ${count} rounds in ${idleRoundsPatienceMs} ms`)
}

/** Lets EM collect from its backup servers, and resolves when the BFF has read all of what is new. */
export async function measureWholeRound(
  { bff, watch }: WatchedBff,
  { control }: RunningSimulator,
): Promise<RoundsCost> {
  const before = await readFreshness(bff.url)
  await control.forgetRequests()
  const cpuBefore = watch.cpuMs
  const begun = performance.now()
  await watch.during('a whole round', async () => {
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
