import type { Session } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { liveRow } from './live-row.ts'
import type { VmReasons } from './vm-reasons.ts'

const session = (of: Partial<Session>): Session => ({
  uid: 'urn:veeam:CdpReplicaSession:1',
  name: 'Gold@2026-06-15',
  policyUid: null,
  policyName: 'Gold',
  policyType: 'CdpReplica',
  creationTimeUTC: '2026-06-15T01:00:00.000Z',
  endTimeUTC: null,
  state: 'Working',
  result: 'None',
  progress: 0,
  failureMessage: null,
  isRetry: false,
  backupServerUid: null,
  backupServerName: null,
  ...of,
})
const failing: VmReasons = { health: 'failed', failed: 2, warning: 1, text: 'lost', more: 1 }

describe('liveRow', () => {
  it.each([
    ['running, VMs not asked', session({}), undefined, 'unknown', null, 0, null],
    ['running with failing VMs', session({}), failing, 'failed', 'lost', 2, 2],
    [
      'ended well',
      session({ state: 'Stopped', result: 'Success' }),
      undefined,
      'ok',
      null,
      0,
      null,
    ],
    [
      'ended with a message',
      session({ state: 'Stopped', result: 'Warning', failureMessage: 'own' }),
      failing,
      'warning',
      'own',
      1,
      2,
    ],
    [
      'ended without one',
      session({ state: 'Stopped', result: 'Failed' }),
      failing,
      'failed',
      'lost',
      2,
      2,
    ],
  ])('%s', (_name, of, reasons, health, failureText, failureCount, failed) => {
    const row = liveRow(of, reasons)
    expect(row).toMatchObject({ uid: of.uid, health, failureText, failureCount, isGone: false })
    expect(row.tasks?.failed ?? null).toBe(failed)
  })
})
