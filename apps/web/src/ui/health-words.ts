import type { Health } from './health.ts'

export const healthWords: Record<Health, string> = {
  failed: 'Failed',
  warning: 'Warning',
  ok: 'OK',
  missing: 'Missing',
  working: 'Working',
  unknown: 'Unknown',
}
