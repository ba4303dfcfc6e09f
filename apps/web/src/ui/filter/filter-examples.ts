import type { EntityType } from '@cdp-watch/em-filter'

/** Filters that show the grammar, of the kind people ask most. */
export const filterExamples: Readonly<Record<EntityType, readonly [string, string, string]>> = {
  CdpReplicaSession: [
    'Result>="Warning"',
    'State!="Stopped";CreationTimeUTC<"2026-06-15T06:00:00Z"',
    '(PolicyName=="Gold DB tier",PolicyName=="Web farm")',
  ],
  CdpReplicaTaskSession: [
    'State=="InProgress"',
    'Reason!="";CreationTimeUTC>="2026-06-15T06:00:00Z"',
    '(VmDisplayName=="sql-07",VmDisplayName=="sql-09")',
  ],
  CdpPolicy: [
    'ScheduleEnabled=="true"',
    'ScheduleConfigured=="false";BackupServerName=="vbr-02"',
    '(Name=="Gold DB tier",Name=="Web farm")',
  ],
  BackupServer: [
    'Port!="9392"',
    'Version>="13.0";Version<"14.0"',
    '(Name=="vbr-01",Name=="vbr-02")',
  ],
}

/** What a click on an example puts in after `before`: joined by "and" where a condition stands there. */
export function exampleAfter(before: string, example: string): string {
  return /(?:^|[;,(])\s*$/.test(before) ? example : `;${example}`
}
