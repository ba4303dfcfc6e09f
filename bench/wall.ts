import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { sumGzip, wallBudget, weighWall } from '../scripts/bundle.ts'
import { root } from '../scripts/root.ts'
import { buildWebWhenNeeded } from '../scripts/web-build.ts'
import { printTable, printTargets, type Target, writeSection } from './report.ts'
import { quantile } from './statistics.ts'
import { filters, runWalls, type WallMeasures } from './wall-run.ts'

const mostOverviewMs = 20
const mostShare = 0.1
const mostShownMs = 2000

const { values } = parseArgs({
  options: {
    /** Also writes what it prints to docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    policies: { type: 'string', default: '1000' },
    walls: { type: 'string', default: '1000' },
    changes: { type: 'string', default: '5' },
    'still-seconds': { type: 'string', default: '60' },
  },
})
const run = {
  policies: Number(values.policies),
  walls: Number(values.walls),
  changes: Number(values.changes),
  stillSeconds: Number(values['still-seconds']),
}

const ms = (value: number) => `${value.toFixed(0)} ms`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function targetsOf({ overviewsMs, withAll, shownMs }: WallMeasures): readonly Target[] {
  const overviewMs = quantile(overviewsMs, 0.95)
  const worstMs = Math.max(...shownMs)
  const bundle = sumGzip(weighWall())
  return [
    {
      what: '`GET /api/overview`, ten at a time, p95',
      measured: `${overviewMs.toFixed(1)} ms`,
      wanted: `≤ ${mostOverviewMs} ms`,
      met: overviewMs <= mostOverviewMs,
    },
    {
      what: `One core, ${run.walls} walls, nothing changes`,
      measured: percent(withAll),
      wanted: `≤ ${percent(mostShare)}`,
      met: withAll <= mostShare,
    },
    {
      what: `A change on all ${run.walls} walls, after the commit of the round that saw it, worst of ${run.changes}`,
      measured: ms(worstMs),
      wanted: `≤ ${ms(mostShownMs)}`,
      met: worstMs <= mostShownMs,
    },
    {
      what: 'Initial JavaScript of the wall, gzip',
      measured: `${(bundle / 1000).toFixed(0)} kB`,
      wanted: `≤ ${wallBudget / 1000} kB`,
      met: bundle <= wallBudget,
    },
  ]
}

function detailsOf({ overviewsMs, without, toldMs, fetchesMs }: WallMeasures): string {
  return printTable(
    ['', 'value'],
    [
      ['One core, nobody looks, one round each 30 s', percent(without)],
      ['Overview, ten at a time, p50', `${quantile(overviewsMs, 0.5).toFixed(1)} ms`],
      ['First wall that heard of a change, after the commit, worst', ms(Math.max(...toldMs))],
      [`Picture fetched by ${run.walls} walls at once, p50`, ms(quantile(fetchesMs, 0.5))],
      [`Picture fetched by ${run.walls} walls at once, p95`, ms(quantile(fetchesMs, 0.95))],
    ],
  )
}

await buildWebWhenNeeded()
const measures = await runWalls(run)
const report = [
  `\`npm run bench:wall\`: ${run.walls} walls with ${filters.length} filters over ${run.policies} policies, on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${version}; all processes share them. While walls are open the server's log tells when a round was committed, and of every request besides.`,
  printTargets(targetsOf(measures)),
  detailsOf(measures),
].join('\n\n')
stdout.write(`${report}\n`)
if (values.write) writeSection(path.join(root, 'docs/benchmarks.md'), 'bench:wall', report)
