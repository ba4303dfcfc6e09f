import { makeDataFolder } from '../e2e/server-process.ts'
import { startSimulator } from '../e2e/servers.ts'
import { type BrowserMeasures, measureBrowser } from './browser-page.ts'
import { type Comparison, compareDirectly } from './compare-directly.ts'
import { type EventClientsMeasures, measureEventClients } from './event-clients.ts'
import { awaitFirstRound, type FirstFill, measureFill } from './index-fill.ts'
import { type IndexReads, measureReads } from './index-reads.ts'
import type { Phase } from './phase-watch.ts'
import { measureIdleRounds, measureStill, measureWholeRound, type RoundsCost } from './rounds.ts'
import { warmUp } from './warm-up.ts'
import { awaitFirstRows, startWatchedBff, type WatchedBff } from './watched-bff.ts'

/** How large an estate is measured. */
export interface Estate {
  policies: number
  days: number
  /** VMs per policy, on average. */
  vms: number
}

/** Everything that the benchmark of the index measures. */
export interface IndexMeasures {
  phases: readonly Phase[]
  fill: FirstFill
  reads: IndexReads
  comparisons: readonly Comparison[]
  /** Milliseconds from the start of the process to the first rows, of each restart. */
  restartsMs: readonly number[]
  /** Nothing asked of EM, and by nobody. */
  still: RoundsCost
  idleRounds: RoundsCost
  wholeRound: RoundsCost
  eventClients: EventClientsMeasures
  /** Undefined where it was left out. */
  browser: BrowserMeasures | undefined
}

const usualPoll = '30'
const shortestPoll = '5'
/** No round within the time that is measured. */
const hardlyEver = '3600'
const stillSeconds = 30
const idleRounds = 10
const listening = { clients: 1000, seconds: 60 }

/**
 * Starts a simulator of this size and BFFs over it, measures one thing after the other, and ends all of
 * them. Rejects where one of them does not do what it is measured at.
 */
export async function runIndexBenchmark(
  estate: Estate,
  { withBrowser }: { withBrowser: boolean },
): Promise<IndexMeasures> {
  const data = makeDataFolder()
  const simulator = await startSimulator({ seed: 7, ...estate })
  const phases: Phase[] = []
  const start = (name: string, pollSeconds: string) =>
    startWatchedBff(simulator, {
      name,
      phases,
      DATA_DIR: data.folder,
      HISTORY_DAYS: String(estate.days),
      EM_POLL_SECONDS: pollSeconds,
    })
  const restartsMs: number[] = []
  const restart = async (pollSeconds: string) => {
    const started = await start('warm restart', pollSeconds)
    restartsMs.push(await awaitFirstRows(started))
    await awaitFirstRound(started)
    return started
  }
  try {
    const filled = await using(start('start, nothing stored', usualPoll), async (started) => {
      const fill = await measureFill(started, simulator)
      await simulator.control.set({ collecting: false })
      const reads = await measureReads(started, estate.days)
      const comparisons = await compareDirectly(started.bff, simulator, reads.comparable)
      return { fill, reads, comparisons }
    })
    const still = await using(restart(hardlyEver), (started) =>
      measureStill(started, simulator, stillSeconds),
    )
    const rounds = await using(restart(shortestPoll), async (started) => ({
      idleRounds: await measureIdleRounds(started, simulator, idleRounds),
      wholeRound: await measureWholeRound(started, simulator),
    }))
    const viewed = await using(restart(usualPoll), async (started) => {
      const eventClients = await measureEventClients(started, simulator, listening)
      if (!withBrowser) return { eventClients, browser: undefined }
      await warmUp(started, estate.days)
      const browse = () => measureBrowser(started.bff.url)
      return { eventClients, browser: await started.watch.during('browser', browse) }
    })
    return { phases, restartsMs, still, ...filled, ...rounds, ...viewed }
  } finally {
    await simulator.stop()
    data.remove()
  }
}

/** Works with a BFF and stops it. What fails is told with the last that the BFF wrote. */
async function using<T>(
  starting: Promise<WatchedBff>,
  work: (started: WatchedBff) => Promise<T>,
): Promise<T> {
  const started = await starting
  try {
    return await work(started)
  } catch (error) {
    const { child, written } = started.bff
    const state = child.exitCode ?? child.signalCode ?? 'running'
    throw new Error(`The BFF (${state}) wrote: …${written().slice(-3000)}`, { cause: error })
  } finally {
    await started.stop()
  }
}
