import type { PolicyStatus } from '@cdp-watch/contract'

/** A policy for tests: enabled, expected, well, without sessions. */
export function policyOf(differing: Partial<PolicyStatus> = {}): PolicyStatus {
  return {
    uid: 'urn:veeam:CdpPolicy:5f0a1c52-0000-4000-8000-000000000003',
    name: 'Gold DB tier',
    policyType: 'CdpReplica',
    platform: 'VMware',
    description: null,
    scheduleConfigured: true,
    scheduleEnabled: true,
    nextRun: null,
    rpoSeconds: 15,
    rpoReporting: null,
    backupServerUid: 'urn:veeam:BackupServer:5f0a1c52-0000-4000-8000-000000000002',
    backupServerName: 'vbr-02.lab',
    health: 'ok',
    note: null,
    isExpected: true,
    isRemoved: false,
    activeSession: null,
    vms: null,
    failureText: null,
    streak: null,
    days: [],
    ...differing,
  }
}
