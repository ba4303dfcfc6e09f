import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { startBff, startSimulator } from '../e2e/servers.ts'
import { bundleBudget, sumGzip, weighFirstPaint } from '../scripts/bundle.ts'
import { root } from '../scripts/root.ts'
import { buildWebWhenNeeded } from '../scripts/web-build.ts'
import { compare, type Measured } from './compare.ts'
import { openLiveRoutes } from './live-routes.ts'
import { printTable, printTargets, type Target, writeSection } from './report.ts'
import { measureStartups } from './startup.ts'

const leastThroughputShare = 0.7
const mostAddedMs = 15
const mostStartMs = 3000

const { values } = parseArgs({
  options: {
    /** Also writes what it prints to docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
  },
})

/** Direct, raw and shaped, in this order, with one and with four requests at a time. */
async function measureLive(rounds: number): Promise<{ alone: Measured[]; four: Measured[] }> {
  const simulator = await startSimulator({ seed: 7 })
  try {
    const bff = await startBff(simulator)
    try {
      const { direct, raw, shaped } = await openLiveRoutes(simulator, bff)
      const routes = [direct, raw, shaped]
      return {
        alone: await compare(routes, { rounds, requestsPerRound: 20, atATime: 1 }),
        four: await compare(routes, { rounds, requestsPerRound: 60, atATime: 4 }),
      }
    } finally {
      await bff.stop()
    }
  } finally {
    await simulator.stop()
  }
}

function liveTable(measured: readonly Measured[]): string {
  const direct = measured[0]
  const rows = measured.map(({ name, throughput, p50Ms, p99Ms }) => [
    name,
    throughput.toFixed(1),
    direct ? `${((100 * throughput) / direct.throughput).toFixed(0)} %` : '',
    `${p50Ms.toFixed(1)} ms`,
    `${p99Ms.toFixed(1)} ms`,
  ])
  return printTable(['Page of 500 sessions', 'requests/s', 'of direct', 'p50', 'p99'], rows)
}

function liveTargets(alone: readonly Measured[], four: readonly Measured[]): Target[] {
  const [direct, raw] = four
  const share = direct && raw ? raw.throughput / direct.throughput : Number.NaN
  const added = (name: string, [first, , shaped]: readonly Measured[]): Target => {
    const ms = first && shaped ? shaped.p50Ms - first.p50Ms : Number.NaN
    return {
      what: `Shaped beyond direct at p50, ${name}`,
      measured: `${ms.toFixed(1)} ms`,
      wanted: `≤ ${mostAddedMs} ms`,
      met: ms <= mostAddedMs,
    }
  }
  return [
    {
      what: 'Raw throughput of direct, four at a time',
      measured: `${(100 * share).toFixed(0)} %`,
      wanted: `≥ ${100 * leastThroughputShare} %`,
      met: share >= leastThroughputShare,
    },
    added('one at a time', alone),
    added('four at a time', four),
  ]
}

await buildWebWhenNeeded()
const { alone, four } = await measureLive(Number(values.rounds))
const startup = await measureStartups(3)
const bundle = sumGzip(weighFirstPaint())

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const targets: readonly Target[] = [
  ...liveTargets(alone, four),
  {
    what: '`npm start` to the first rows answered',
    measured: seconds(startup.firstRowsMs),
    wanted: `< ${seconds(mostStartMs)}`,
    met: startup.firstRowsMs < mostStartMs,
  },
  {
    what: '`npm start` to the first row on screen',
    measured: seconds(startup.firstRowOnScreenMs),
    wanted: `< ${seconds(mostStartMs)}`,
    met: startup.firstRowOnScreenMs < mostStartMs,
  },
  {
    what: 'Initial JavaScript of the Sessions page, gzip',
    measured: `${(bundle / 1000).toFixed(0)} kB`,
    wanted: `≤ ${bundleBudget / 1000} kB`,
    met: bundle <= bundleBudget,
  },
]

const report = [
  `\`npm run bench:live\` on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${version}; all processes share them.`,
  `One request at a time:\n\n${liveTable(alone)}`,
  `Four at a time:\n\n${liveTable(four)}`,
  printTargets(targets),
].join('\n\n')
stdout.write(`${report}\n`)
if (values.write) writeSection(path.join(root, 'docs/benchmarks.md'), 'bench:live', report)
