import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { root } from '../scripts/root.ts'
import { buildWebWhenNeeded } from '../scripts/web-build.ts'
import { heldMs } from './browser-page.ts'
import { type IndexMeasures, runIndexBenchmark } from './index-run.ts'
import {
  comparisonsTable,
  ms,
  percent,
  phasesTable,
  readingsTable,
  seconds,
} from './index-tables.ts'
import { indexTargets, roundCpuMs } from './index-targets.ts'
import { printTargets, writeSection } from './report.ts'
import { median, quantile } from './statistics.ts'
import { warmUps } from './warm-up.ts'

const { values } = parseArgs({
  options: {
    /** Also writes what it prints to docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    policies: { type: 'string', default: '5000' },
    days: { type: 'string', default: '90' },
    /** VMs per policy, on average. */
    vms: { type: 'string', default: '12' },
    'skip-browser': { type: 'boolean', default: false },
  },
})

const estate = {
  policies: Number(values.policies),
  days: Number(values.days),
  vms: Number(values.vms),
}

function describe(measures: IndexMeasures): string {
  const { fill, reads, restartsMs, still, idleRounds, wholeRound, eventClients, browser } = measures
  const both = (times: readonly number[]) =>
    `p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}`
  const stillShare = still.cpuMs / (still.seconds * 1000)
  const lines = [
    `First fill: ${fill.sessions} sessions in ${seconds(fill.seconds)}, ${(fill.sessions / fill.seconds).toFixed(0)} a second; CPU of the BFF ${seconds(fill.bffCpuMs / 1000)}, of the simulator ${seconds(fill.simulatorCpuMs / 1000)}. The reasons of what failed: ${seconds(fill.reasonsSeconds)} more, ${fill.reasonsLeft} left.`,
    `One reader, narrowed by the time alone, with facets and total: 7 days ${both(reads.week)}; everything, with a histogram, ${both(reads.everything)}. Unchanged (304): ${both(reads.notModifiedMs)}.`,
    `Warm restarts to the first rows: ${restartsMs.map((each) => ms(each, 0)).join(', ')}; median ${ms(median(restartsMs), 0)}.`,
    `Rounds with nothing new: ${idleRounds.rounds} in ${seconds(idleRounds.seconds)}, ${(idleRounds.requests / idleRounds.rounds).toFixed(1)} requests and ${ms(roundCpuMs(idleRounds, still))} of CPU each; ${ms(idleRounds.cpuMs / idleRounds.rounds)} with what the BFF uses while there is none, being ${percent(stillShare)} of a core, this benchmark's looks at its event loop included. A whole round: ${wholeRound.requests} requests, ${ms(wholeRound.cpuMs, 0)} of CPU, ${seconds(wholeRound.seconds)} after Enterprise Manager had collected.`,
    `${eventClients.clients} clients of \`/api/events\` for ${seconds(eventClients.seconds)}: ${percent(eventClients.shareWith)} of one core, without them ${percent(eventClients.shareWithout)}; a change reached the last ${ms(eventClients.spreadMs, 0)} after the first.`,
    ...(browser
      ? [
          `Browser, on a server that has been asked ${warmUps} questions since its start: ${browser.clicks.ms.length} clicks into the rail to painted rows: ${both(browser.clicks.ms)} (${browser.clicks.passedOver} values passed over, which all rows in sight had); ${browser.heldClicks.ms.length} with the button held for ${heldMs} ms, from letting go of it: ${both(browser.heldClicks.ms)}. Scrolled through all rows in ${browser.scrolling.steps} steps and ${seconds(browser.scrolling.seconds)}, to row ${browser.scrolling.lastRow}. Heap when opened ${browser.heapOpenedMb.toFixed(1)} MB, after clicks and scrolling ${browser.heapAfterMb.toFixed(1)} MB.`,
        ]
      : []),
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

await buildWebWhenNeeded()
const measures = await runIndexBenchmark(estate, { withBrowser: !values['skip-browser'] })

const report = [
  `\`npm run bench:index\` (${estate.policies} policies, ${estate.days} days, ${estate.vms} VMs a policy) on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${version}; the simulator, the BFF, the readers and the browser share them.`,
  printTargets(indexTargets(measures)),
  describe(measures),
  readingsTable(measures.reads.readings),
  comparisonsTable(measures.comparisons),
  phasesTable(measures.phases),
].join('\n\n')
stdout.write(`${report}\n`)
if (values.write) writeSection(path.join(root, 'docs/benchmarks.md'), 'bench:index', report)
