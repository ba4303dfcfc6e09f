import { healths } from '@cdp-watch/contract'
import { Gauge, type Registry } from 'prom-client'
import type { Standing } from '../../session-index/overview/standing.ts'

/** Tells how policies, sessions and VMs are; nothing where the index cannot be read. */
export function createStandingMetrics(
  registry: Registry,
): (standing: Standing | undefined) => void {
  const gauge = (name: string, help: string) =>
    new Gauge({
      name: `cdp_watch_${name}`,
      help,
      labelNames: ['health'] as const,
      registers: [registry],
    })
  const policies = gauge(
    'policies',
    'Policies by health now; "missing": it should run and does not.',
  )
  const sessions = gauge('active_sessions', 'Sessions under way by health.')
  const vms = gauge(
    'active_vms',
    'VMs of sessions under way: failed, warning, or other (neither of them).',
  )
  return (standing) => {
    for (const each of [policies, sessions, vms]) each.reset()
    if (!standing) return
    for (const health of healths) {
      policies.set({ health }, standing.policies[health])
      // Only a policy can be missing.
      if (health !== 'missing') sessions.set({ health }, standing.sessions[health])
    }
    for (const [health, count] of Object.entries(standing.vms)) vms.set({ health }, count)
  }
}
