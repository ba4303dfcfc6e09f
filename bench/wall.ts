import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { stdout, version } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { awaitFilledIndex } from '../e2e/index-filled.ts'
import { makeDataFolder } from '../e2e/server-process.ts'
import { type RunningSimulator, startSimulator } from '../e2e/servers.ts'
import { sumGzip, wallBudget, weighWall } from '../scripts/bundle.ts'
import { root } from '../scripts/root.ts'
import { buildWebWhenNeeded } from '../scripts/web-build.ts'
import { runRound } from './load.ts'
import { printTable, printTargets, type Target, writeSection } from './report.ts'
import { quantile } from './statistics.ts'
import { Walls } from './walls.ts'
import { startWatchedBff, type WatchedBff } from './watched-bff.ts'

const walls = 1000
/** As many rooms with walls of their own. */
const filters = ['', 'health=failed', 'health=missing', 'q=oracle', 'q=vdi', 'state=Working']
const stillSeconds = 60
const nextCollectionSeconds = 17 * 60
const changes = 5
const changePatienceMs = 120_000
const mostOverviewMs = 20
const mostShare = 0.1
const mostSpreadMs = 2000

const { values } = parseArgs({
  options: {
    /** Also writes what it prints to docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    policies: { type: 'string', default: '1000' },
  },
})

/** Overviews that are known, ten at a time: milliseconds of each. */
async function measureOverviews({ bff }: WatchedBff): Promise<readonly number[]> {
  const route = { name: 'overview', url: new URL(`${bff.url}/api/overview`), headers: {} }
  return (await runRound(route, { requests: 2000, atATime: 10 })).latenciesMs
}

interface ChangeMeasures {
  /** From the first wall that heard of it to the last that had its picture, of each change, ms. */
  spreadsMs: readonly number[]
  /** From hearing to having the picture, of every wall and change, ms. */
  fetchesMs: readonly number[]
}

/** Lets EM have something new, again and again, and sees when each wall shows it. */
async function measureChanges(
  open: Walls,
  { watch }: WatchedBff,
  { control }: RunningSimulator,
): Promise<ChangeMeasures> {
  const spreadsMs: number[] = []
  const fetchesMs: number[] = []
  for (let change = 1; change <= changes; change += 1) {
    const shown = await watch.during(`change ${change} for ${walls} walls`, async () => {
      const before = open.newest
      await control.set({ collecting: true })
      await control.advanceClock(nextCollectionSeconds)
      const seen = await open.awaitNewer(before, changePatienceMs)
      await control.set({ collecting: false })
      return seen
    })
    const first = Math.min(...shown.map(({ heardMs }) => heardMs))
    spreadsMs.push(Math.max(...shown.map(({ shownMs }) => shownMs)) - first)
    fetchesMs.push(...shown.map(({ heardMs, shownMs }) => shownMs - heardMs))
  }
  return { spreadsMs, fetchesMs }
}

async function measure() {
  const data = makeDataFolder()
  const simulator = await startSimulator({ seed: 7, policies: Number(values.policies) })
  const started = await startWatchedBff(simulator, {
    name: 'start',
    phases: [],
    DATA_DIR: data.folder,
    HISTORY_DAYS: '30',
    EM_POLL_SECONDS: '30',
  })
  try {
    const { bff, watch } = started
    await awaitFilledIndex(bff.url)
    await simulator.control.set({ collecting: false })
    const overviewsMs = await measureOverviews(started)
    const share = async (name: string) => {
      const before = watch.cpuMs
      await watch.during(name, () => sleep(stillSeconds * 1000))
      return (watch.cpuMs - before) / (stillSeconds * 1000)
    }
    const without = await share('nobody looks')
    const open = await Walls.open(bff.url, walls, filters)
    try {
      const withAll = await share(`${walls} walls, nothing changes`)
      return {
        overviewsMs,
        without,
        withAll,
        ...(await measureChanges(open, started, simulator)),
      }
    } finally {
      open.close()
    }
  } finally {
    await started.stop()
    await simulator.stop()
    data.remove()
  }
}

await buildWebWhenNeeded()
const { overviewsMs, without, withAll, spreadsMs, fetchesMs } = await measure()
const bundle = sumGzip(weighWall())
const ms = (value: number) => `${value.toFixed(0)} ms`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const overviewMs = quantile(overviewsMs, 0.95)
const worstSpreadMs = Math.max(...spreadsMs)
const targets: readonly Target[] = [
  {
    what: '`GET /api/overview`, ten at a time, p95',
    measured: `${overviewMs.toFixed(1)} ms`,
    wanted: `≤ ${mostOverviewMs} ms`,
    met: overviewMs <= mostOverviewMs,
  },
  {
    what: `One core, ${walls} walls, nothing changes`,
    measured: percent(withAll),
    wanted: `≤ ${percent(mostShare)}`,
    met: withAll <= mostShare,
  },
  {
    what: `A change on all ${walls} walls, after the first heard of it`,
    measured: ms(worstSpreadMs),
    wanted: `≤ ${ms(mostSpreadMs)}`,
    met: worstSpreadMs <= mostSpreadMs,
  },
  {
    what: 'Initial JavaScript of the wall, gzip',
    measured: `${(bundle / 1000).toFixed(0)} kB`,
    wanted: `≤ ${wallBudget / 1000} kB`,
    met: bundle <= wallBudget,
  },
]
const details = printTable(
  ['', 'value'],
  [
    ['One core, nobody looks, one round each 30 s', percent(without)],
    ['Overview, ten at a time, p50', `${quantile(overviewsMs, 0.5).toFixed(1)} ms`],
    [`Picture fetched by ${walls} walls at once, p50`, ms(quantile(fetchesMs, 0.5))],
    [`Picture fetched by ${walls} walls at once, p95`, ms(quantile(fetchesMs, 0.95))],
  ],
)
const report = [
  `\`npm run bench:wall\`: ${walls} walls with ${filters.length} filters over ${values.policies} policies, on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${version}; all processes share them.`,
  printTargets(targets),
  details,
].join('\n\n')
stdout.write(`${report}\n`)
if (values.write) writeSection(path.join(root, 'docs/benchmarks.md'), 'bench:wall', report)
