import { setTimeout as sleep } from 'node:timers/promises'
import { awaitFilledIndex } from '../e2e/index-filled.ts'
import { makeDataFolder } from '../e2e/server-process.ts'
import { type RunningSimulator, startSimulator } from '../e2e/servers.ts'
import { runRound } from './load.ts'
import { awaitRound } from './round-log.ts'
import { Walls } from './walls.ts'
import { startWatchedBff, type WatchedBff } from './watched-bff.ts'

/** As many rooms with walls of their own. */
export const filters = [
  '',
  'health=failed',
  'health=missing',
  'q=oracle',
  'q=vdi',
  'state=Working',
] as const
const nextCollectionSeconds = 17 * 60
const changePatienceMs = 120_000

/** How much is measured. */
export interface WallRun {
  readonly walls: number
  readonly policies: number
  readonly changes: number
  readonly stillSeconds: number
}

export interface WallMeasures {
  /** Overviews that are known, ten at a time: milliseconds of each. */
  readonly overviewsMs: readonly number[]
  /** Share of one core while nobody looks, and while all walls are open and nothing changes. */
  readonly without: number
  readonly withAll: number
  /** From the commit of the round that saw it to the last wall that had its picture, of each change, ms. */
  readonly shownMs: readonly number[]
  /** From the same commit to the first wall that heard of it, of each change, ms. */
  readonly toldMs: readonly number[]
  /** From hearing to having the picture, of every wall and change, ms. */
  readonly fetchesMs: readonly number[]
}

/** Starts the servers, opens the walls and measures. Rejects where anything of it fails. */
export async function runWalls(run: WallRun): Promise<WallMeasures> {
  const data = makeDataFolder()
  const simulator = await startSimulator({ seed: 7, policies: run.policies })
  const withBff = async <T>(logLevel: string, measure: (started: WatchedBff) => Promise<T>) => {
    const started = await startWatchedBff(simulator, {
      name: 'start',
      phases: [],
      DATA_DIR: data.folder,
      HISTORY_DAYS: '30',
      EM_POLL_SECONDS: '30',
      LOG_LEVEL: logLevel,
    })
    try {
      await awaitFilledIndex(started.bff.url)
      await simulator.control.set({ collecting: false })
      return await measure(started)
    } finally {
      await started.stop()
    }
  }
  try {
    const overviewsMs = await withBff('info', measureOverviews)
    // Rounds are logged at this level, and so is each request: too dear for those that are measured one by one.
    const measured = await withBff('debug', (started) => measureOpenWalls(started, simulator, run))
    return { overviewsMs, ...measured }
  } finally {
    await simulator.stop()
    data.remove()
  }
}

async function measureOpenWalls(
  started: WatchedBff,
  simulator: RunningSimulator,
  run: WallRun,
): Promise<Omit<WallMeasures, 'overviewsMs'>> {
  const without = await measureShare(started, 'nobody looks', run)
  const open = await Walls.open(started.bff.url, run.walls, filters)
  try {
    const withAll = await measureShare(started, `${run.walls} walls, nothing changes`, run)
    return { without, withAll, ...(await measureChanges(open, started, simulator, run)) }
  } finally {
    open.close()
  }
}

async function measureOverviews({ bff }: WatchedBff): Promise<readonly number[]> {
  const route = { name: 'overview', url: new URL(`${bff.url}/api/overview`), headers: {} }
  return (await runRound(route, { requests: 2000, atATime: 10 })).latenciesMs
}

async function measureShare({ watch }: WatchedBff, name: string, run: WallRun): Promise<number> {
  const before = watch.cpuMs
  await watch.during(name, () => sleep(run.stillSeconds * 1000))
  return (watch.cpuMs - before) / (run.stillSeconds * 1000)
}

/** Lets EM have something new, again and again, and sees when each wall shows it. */
async function measureChanges(
  open: Walls,
  { bff, watch }: WatchedBff,
  { control }: RunningSimulator,
  run: WallRun,
): Promise<Pick<WallMeasures, 'shownMs' | 'toldMs' | 'fetchesMs'>> {
  const shownMs: number[] = []
  const toldMs: number[] = []
  const fetchesMs: number[] = []
  for (let change = 1; change <= run.changes; change += 1) {
    const before = open.newest
    const shown = await watch.during(`change ${change} for ${run.walls} walls`, async () => {
      await control.set({ collecting: true })
      await control.advanceClock(nextCollectionSeconds)
      const seen = await open.awaitNewer(before, changePatienceMs)
      await control.set({ collecting: false })
      return seen
    })
    const { committedMs } = await awaitRound(bff, before)
    shownMs.push(Math.max(...shown.map((each) => each.shownMs)) - committedMs)
    toldMs.push(Math.min(...shown.map((each) => each.heardMs)) - committedMs)
    fetchesMs.push(...shown.map((each) => each.shownMs - each.heardMs))
  }
  return { shownMs, toldMs, fetchesMs }
}
