import type { Selection, SessionsQuestion } from '../store/session-store.ts'

/** All sessions, newest first, as changed. */
export function sampleSelection(changes: Partial<Selection> = {}): Selection {
  return {
    from: null,
    to: null,
    states: [],
    results: [],
    healths: [],
    policyUids: [],
    backupServerUids: [],
    failures: [],
    text: '',
    filter: undefined,
    sort: [{ field: 'creationTimeUTC', descending: true }],
    ...changes,
  }
}

/** The first hundred of all sessions, newest first, as changed. */
export function sampleQuestion(changes: Partial<SessionsQuestion> = {}): SessionsQuestion {
  return {
    ...sampleSelection(changes),
    limit: 100,
    cursor: null,
    offset: 0,
    horizon: null,
    since: null,
    bars: null,
    facetText: '',
    ...changes,
  }
}
