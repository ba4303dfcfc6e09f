import { Histogram, type Registry } from 'prom-client'
import type { WatchEmRequest } from '../../em/request-watch.ts'

/** Measures every request to EM. */
export function createEmMetrics(registry: Registry): WatchEmRequest {
  const seconds = new Histogram({
    name: 'cdp_watch_em_request_seconds',
    help: 'Requests to Enterprise Manager by what they are for and how they ended.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.05, 0.25, 1, 2.5, 5, 10, 30, 60, 120],
    registers: [registry],
  })
  return ({ kind, outcome, seconds: took }) => seconds.observe({ kind, outcome }, took)
}
