import type { StatusReason } from './current-status.ts'

const notes = {
  removed: 'No longer in Enterprise Manager',
  disabled: 'Disabled',
  'off-hours': 'Outside its schedule',
  'just-enabled': 'Enabled less than an hour ago',
  'hours-just-begun': 'Its schedule has just begun',
  'not-run-yet': 'Has not run yet',
  'never-ran': 'Never ran',
} as const

/** The reason in words for people, with its time as `timeFormat` prints it. */
export function statusNote(reason: StatusReason, timeFormat: Intl.DateTimeFormat): string {
  if (reason.kind === 'no-session-since') return `No session since ${timeFormat.format(reason.at)}`
  return notes[reason.kind]
}
