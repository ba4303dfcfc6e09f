import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { root } from '../scripts/root.ts'
import { type FailuresMeasures, runFailuresBenchmark } from './failures-run.ts'
import { ms, percent, seconds } from './index-tables.ts'
import { printTargets, type Target, writeSection } from './report.ts'
import { median, quantile } from './statistics.ts'

const { values } = parseArgs({
  options: {
    /** Also writes what it prints to docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    policies: { type: 'string', default: '5000' },
    days: { type: 'string', default: '90' },
    /** VMs of each policy. */
    vms: { type: 'string', default: '12' },
  },
})

const size = {
  policies: Number(values.policies),
  days: Number(values.days),
  vms: Number(values.vms),
}

const mostListMs = 50
const leastTextsPerSecond = 20_000
const mostSlowdown = 0.2
const mostWritingCpuMs = 40_000

/** By how much questions take longer on average while the history is grouped anew. */
function slowdown({ regrouping: { alone, beside } }: FailuresMeasures): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  return mean(beside.tookMs) / mean(alone.tookMs) - 1
}

function targets(measures: FailuresMeasures): Target[] {
  const { lists, textsPerSecond, sessionsCpuMs } = measures
  const listMs = quantile([...lists.changedMs, ...lists.otherMs], 0.95)
  const slower = slowdown(measures)
  return [
    {
      what: 'List of groups of 30 days, p95',
      measured: ms(listMs),
      wanted: `≤ ${ms(mostListMs)}`,
      met: listMs <= mostListMs,
    },
    {
      what: 'Grouping, texts a second of one core',
      measured: textsPerSecond.toFixed(0),
      wanted: `≥ ${leastTextsPerSecond}`,
      met: textsPerSecond >= leastTextsPerSecond,
    },
    {
      what: 'Other reads while the history is grouped anew',
      measured: `${slower >= 0 ? '+' : ''}${percent(slower)}`,
      wanted: `≤ +${percent(mostSlowdown)}`,
      met: slower <= mostSlowdown,
    },
    {
      what: 'CPU of writing all sessions',
      measured: seconds(sessionsCpuMs / 1000),
      wanted: `≤ ${seconds(mostWritingCpuMs / 1000)}`,
      met: sessionsCpuMs <= mostWritingCpuMs,
    },
  ]
}

function describe({ lists, regrouping, tasksCpuMs }: FailuresMeasures): string {
  const { alone, beside, groupingCpuMs } = regrouping
  const both = (times: readonly number[]) =>
    `p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}`
  const cpu = ({ tookMs, cpuMs }: typeof alone) => ms(cpuMs / tookMs.length)
  const lines = [
    `Lists of groups: the first after a change ${both(lists.changedMs)}; of another range or narrowed in another way ${both(lists.otherMs)}; ${ms(lists.meanCpuMs)} of CPU each.`,
    `Pages of sessions and lists of groups, one at a time: alone ${both(alone.tookMs)}, ${cpu(alone)} of CPU each; while the history is grouped anew ${both(beside.tookMs)}, ${cpu(beside)} of CPU each, what had changed taken in anew included. Grouping all of it took ${seconds(groupingCpuMs / 1000)} of CPU of the other thread, which rests four fifths of the time.`,
    `CPU of writing the tasks of what failed, texts grouped as they come: ${seconds(tasksCpuMs / 1000)}.`,
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

const measures = await runFailuresBenchmark(size)
const report = [
  `\`npm run bench:failures\` (${measures.sessions} sessions of ${size.days} days, ${measures.texts} failure texts in ${measures.groups} groups) on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${version}.`,
  printTargets(targets(measures)),
  describe(measures),
].join('\n\n')
stdout.write(`${report}\n`)
if (values.write) writeSection(path.join(root, 'docs/benchmarks.md'), 'bench:failures', report)
