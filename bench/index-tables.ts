import type { Comparison } from './compare-directly.ts'
import type { NamedReading } from './index-reads.ts'
import type { Phase } from './phase-watch.ts'
import { printTable } from './report.ts'
import { quantile } from './statistics.ts'

export const ms = (value: number, digits = 1) => `${value.toFixed(digits)} ms`
export const mb = (value: number) => `${value.toFixed(0)} MB`
export const seconds = (value: number) => `${value.toFixed(1)} s`
export const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** What the BFF used while each thing was done. */
export function phasesTable(phases: readonly Phase[]): string {
  const rows = phases.map(({ name, cpuMs, rssPeakMb, rssEndMb, loop, ...phase }) => [
    name,
    seconds(phase.seconds),
    seconds(cpuMs / 1000),
    mb(rssPeakMb),
    mb(rssEndMb),
    ms(loop.p99Ms),
    ms(loop.maxMs),
    ms(loop.ownMs),
  ])
  const heads = ['BFF', 'took', 'CPU', 'memory, most', 'at the end']
  return printTable([...heads, 'loop: p99', 'longest wait', 'longest work'], rows)
}

/** How 20 readers were answered, and which questions were the slow ones. */
export function readingsTable(readings: readonly NamedReading[]): string {
  const rows = readings.flatMap(({ name, reading, questions }) => {
    const timed = questions.map((question, index) => ({
      question,
      tookMs: reading.latenciesMs[index] ?? Number.NaN,
    }))
    const line = (what: string, some: typeof timed, throughput = '') => {
      const took = some.map(({ tookMs }) => tookMs)
      const quantiles = [0.5, 0.95, 0.99].map((share) => ms(quantile(took, share)))
      return [what, String(took.length), ...quantiles, throughput]
    }
    const days = [...new Set(questions.map((question) => question.days))].toSorted((a, b) => a - b)
    const size = `${(reading.meanBytes / 1000).toFixed(0)} kB`
    return [
      line(`**${name}**`, timed, `${reading.throughput.toFixed(0)}/s of ${size}`),
      line(
        '· with all four filters',
        timed.filter(({ question }) => question.hasAllFour),
      ),
      ...days.map((length) =>
        line(
          `· of ${length} days`,
          timed.filter(({ question }) => question.days === length),
        ),
      ),
    ]
  })
  const heads = ['20 readers of `/api/sessions`', 'answers', 'p50', 'p95', 'p99', 'throughput']
  return printTable(heads, rows)
}

/** The same questions, of the index and of the simulator. */
export function comparisonsTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ question, oursMs, whole, totalOnly }) => [
    `${question.days} days`,
    ms(oursMs),
    seconds(whole.ms / 1000),
    String(whole.pages),
    `${(whole.ms / oursMs).toFixed(0)}×`,
    ms(totalOnly.ms, 0),
    `${(totalOnly.ms / oursMs).toFixed(1)}×`,
  ])
  const heads = ['All four filters over', 'index', 'page by page', 'pages', 'ratio']
  return printTable([...heads, 'rows and total only', 'ratio'], rows)
}
