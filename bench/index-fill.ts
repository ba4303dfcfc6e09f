import type { RunningSimulator } from '../e2e/servers.ts'
import { awaitFreshness } from './freshness.ts'
import { readCpuMs } from './process-usage.ts'
import type { WatchedBff } from './watched-bff.ts'

/** The first fill: sessions, then the reasons of those that failed. */
export interface FirstFill {
  sessions: number
  /** From the start of the process to all sessions, seconds. */
  seconds: number
  /** From there to the last reason, and how many were left when it was given up. */
  reasonsSeconds: number
  reasonsLeft: number
  /** Processor time until all sessions were there, ms. */
  bffCpuMs: number
  simulatorCpuMs: number
}

const fillPatienceMs = 600_000
const reasonsPatienceMs = 900_000
const settlePatienceMs = 120_000

/** Watches a BFF that was started with nothing stored until it has everything. Rejects where its index does not become ready. */
export async function measureFill(
  { bff, watch, begunAt }: WatchedBff,
  { child }: RunningSimulator,
): Promise<FirstFill> {
  if (child.pid === undefined) throw new Error('the simulator has no process')
  const cpuBefore = readCpuMs(child.pid)
  const { freshness, isSo } = await watch.during('first fill', () =>
    awaitFreshness(bff.url, ({ index }) => index.state === 'ready', fillPatienceMs),
  )
  if (!isSo) throw new Error(`the index is ${freshness.index.state}:\n${bff.written()}`)
  const { sessions } = freshness.index
  const seconds = (performance.now() - begunAt) / 1000
  const bffCpuMs = watch.cpuMs
  const simulatorCpuMs = readCpuMs(child.pid) - cpuBefore
  const begun = performance.now()
  const last = await watch.during('reasons of failures', () =>
    awaitFreshness(bff.url, ({ index }) => index.reasonsWaiting === 0, reasonsPatienceMs),
  )
  const reasonsSeconds = (performance.now() - begun) / 1000
  const reasonsLeft = last.freshness.index.reasonsWaiting
  return { sessions, seconds, reasonsSeconds, reasonsLeft, bffCpuMs, simulatorCpuMs }
}

/** Resolves when a BFF that was started again has read Enterprise Manager in full. Rejects where it does not. */
export async function awaitFirstRound({ bff }: WatchedBff): Promise<void> {
  const { isSo } = await awaitFreshness(
    bff.url,
    ({ index }) => index.state === 'ready' && index.asOf !== null,
    settlePatienceMs,
  )
  if (!isSo) throw new Error(`no round was finished:\n${bff.written()}`)
}
