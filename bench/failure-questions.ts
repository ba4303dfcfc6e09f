import type {
  FailuresQuestion,
  SessionsQuestion,
} from '../apps/bff/src/session-index/store/session-store.ts'

const dayMs = 86_400_000

const all = {
  to: null,
  states: [],
  results: [],
  healths: [],
  policyUids: [],
  backupServerUids: [],
  failures: [],
  text: '',
  filter: undefined,
} as const

/** How a question about failures is narrowed beside its 30 days. */
const narrowings: readonly Partial<FailuresQuestion>[] = [
  {},
  { healths: ['failed'] },
  { policyUids: ['urn:veeam:CdpPolicy:7', 'urn:veeam:CdpPolicy:8'] },
  { backupServerUids: ['urn:veeam:BackupServer:2'], sort: { field: 'vms', descending: true } },
  { text: 'proxy' },
  { statuses: ['recovered', 'returned'] },
]

/** The groups of 30 days; each turn narrowed in another way and of another range, so that each is asked for the first time. */
export function failuresQuestion(turn: number, now: number): FailuresQuestion {
  return {
    ...all,
    from: now - 30 * dayMs - turn * 1000,
    zone: 'Europe/Oslo',
    statuses: [],
    severities: [],
    changedSince: null,
    sort: { field: 'severity', descending: true },
    limit: 100,
    offset: 0,
    ...narrowings[turn % narrowings.length],
  }
}

/** A page of sessions with its facets; each turn of another range, so that each is asked for the first time. */
export function sessionsQuestion(turn: number, now: number): SessionsQuestion {
  return {
    ...all,
    from: now - 30 * dayMs - turn * 1000,
    healths: turn % 2 === 0 ? ['failed'] : [],
    text: turn % 3 === 0 ? 'snapshot' : '',
    sort: [{ field: 'creationTimeUTC', descending: true }],
    limit: 100,
    cursor: null,
    offset: 0,
    horizon: null,
    since: null,
    bars: turn % 2 === 0 ? 120 : null,
    facetText: '',
  }
}
