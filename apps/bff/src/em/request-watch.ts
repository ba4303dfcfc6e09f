import { AppError } from '../errors.ts'
import type { SendToEm } from './http.ts'
import { emPaths } from './paths.ts'

/** What a request to EM is for. `sign-in`: to check the password of somebody who signs in. */
export const emRequestKinds = [
  'logon',
  'logoff',
  'sign-in',
  'sessions',
  'tasks',
  'policies',
  'backup-servers',
  'collections',
  'live',
  'other',
] as const
export type EmRequestKind = (typeof emRequestKinds)[number]

/** How a request to EM ended. `refused`: 401 or 403. `aborted`: nobody waited any more. */
export const emOutcomes = [
  'ok',
  'refused',
  'overloaded',
  'error',
  'timeout',
  'unreachable',
  'certificate',
  'bad-answer',
  'aborted',
] as const
export type EmOutcome = (typeof emOutcomes)[number]

/** Is told of every request to EM once it has ended; `seconds`: how long it took. */
export type WatchEmRequest = (seen: {
  kind: EmRequestKind
  outcome: EmOutcome
  seconds: number
}) => void

const kindOfType: ReadonlyMap<string | null, EmRequestKind> = new Map([
  ['CdpReplicaSession', 'sessions'],
  ['CdpReplicaTaskSession', 'tasks'],
  ['CdpPolicy', 'policies'],
  ['BackupServer', 'backup-servers'],
])

/** What a request of the dashboard's own is for, by its address. */
export function kindOfRequest(path: string): EmRequestKind {
  if (path === emPaths.logOn) return 'logon'
  if (path.startsWith(emPaths.logonSession(''))) return 'logoff'
  if (path === emPaths.systemSessions) return 'collections'
  const { pathname, searchParams } = new URL(path, 'https://em')
  if (pathname !== emPaths.query) return 'other'
  return kindOfType.get(searchParams.get('type')) ?? 'other'
}

/** The same way to EM, watched. Without a `kind` it is told by the address. */
export function watchSending(
  send: SendToEm,
  watch: WatchEmRequest,
  kind?: EmRequestKind,
): SendToEm {
  return (request) =>
    watchRequest(watch, kind ?? kindOfRequest(request.path), () => send(request), request.signal)
}

/** Watches one request; what it resolves or rejects with goes through as it is. */
export async function watchRequest<A extends { status: number }>(
  watch: WatchEmRequest,
  kind: EmRequestKind,
  send: () => Promise<A>,
  signal?: AbortSignal,
): Promise<A> {
  const begun = performance.now()
  const tell = (outcome: EmOutcome) =>
    watch({ kind, outcome, seconds: (performance.now() - begun) / 1000 })
  try {
    const answer = await send()
    tell(outcomeOfStatus(answer.status))
    return answer
  } catch (error) {
    tell(signal?.aborted ? 'aborted' : outcomeOfError(error))
    throw error
  }
}

function outcomeOfStatus(status: number): EmOutcome {
  if (status >= 200 && status < 300) return 'ok'
  if (status === 401 || status === 403) return 'refused'
  return status === 503 ? 'overloaded' : 'error'
}

function outcomeOfError(error: unknown): EmOutcome {
  if (!(error instanceof AppError)) return 'error'
  switch (error.code) {
    case 'em-timeout':
      return 'timeout'
    case 'em-unreachable':
      return 'unreachable'
    case 'em-certificate-untrusted':
    case 'em-certificate-changed':
      return 'certificate'
    default:
      return 'bad-answer'
  }
}
