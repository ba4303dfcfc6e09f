import type { FailureDetail } from '@cdp-watch/contract'

/** A group for tests: it has more policies than are told of. */
export function foundGroup(): FailureDetail {
  return {
    group: {
      id: '1-abc',
      template: 'Backup server has lost connection to CDP proxy ‹proxy›',
      templateParts: [
        { text: 'Backup server has lost connection to CDP proxy ', kind: null },
        { text: '‹proxy›', kind: 'proxy' },
      ],
      sample: 'Processing sql-07 Error:\r\nBackup server has lost connection to CDP proxy prx-07.',
      severity: 'failed',
      status: 'returned',
      counts: { sessions: 1240, tasks: 2500, vms: 310, policies: 22, backupServers: 2 },
      firstSeenUTC: '2026-06-03T01:00:00.000Z',
      lastSeenUTC: '2026-06-15T09:00:00.000Z',
      changedUTC: '2026-06-15T07:12:00.000Z',
      perDay: [400, 420, 420],
    },
    days: ['2026-06-13', '2026-06-14', '2026-06-15'],
    texts: [],
    textCount: 0,
    vms: [],
    policies: [
      { uid: 'urn:a', name: 'Gold DB tier', sessions: 14, isRecovered: false },
      { uid: 'urn:b', name: 'Web farm', sessions: 1, isRecovered: true },
    ],
    redirectedFrom: null,
    dataVersion: 1,
    asOf: null,
  }
}
