import { Gauge, Histogram, type Registry } from 'prom-client'
import type { IndexWatch } from '../../session-index/session-index.ts'

/** Measures what the collector does. */
export function createIndexMetrics(registry: Registry): IndexWatch {
  const seconds = new Histogram({
    name: 'cdp_watch_collector_work_seconds',
    help: 'What the collector did, bit by bit, by its name in the log; "round" asks Enterprise Manager whether there is anything new.',
    labelNames: ['work', 'outcome'] as const,
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900],
    registers: [registry],
  })
  const rows = new Gauge({
    name: 'cdp_watch_index_rows',
    help: 'Rows of the index by table, counted once a minute or, where that takes long, more seldom.',
    labelNames: ['table'] as const,
    registers: [registry],
  })
  return {
    worked: (work, outcome, took) => seconds.observe({ work, outcome }, took),
    counted: (counts) => {
      for (const [table, count] of Object.entries(counts)) rows.set({ table }, count)
    },
  }
}
