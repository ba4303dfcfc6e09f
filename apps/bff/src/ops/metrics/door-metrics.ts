import { Counter, type Registry } from 'prom-client'
import type { AuditNote } from '../../access/audit.ts'

/** Counts what the audit writes down, without who it was. */
export function createDoorMetrics(registry: Registry): (note: AuditNote) => void {
  const events = new Counter({
    name: 'cdp_watch_audit_events_total',
    help: 'Events of the audit by kind and, for refusals, by the code of their reason.',
    labelNames: ['kind', 'reason'] as const,
    registers: [registry],
  })
  return ({ kind, reason = '' }) => events.inc({ kind, reason })
}
