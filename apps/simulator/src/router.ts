import type { ApiAnswer, ApiRequest, LoggedOnRequest, Simulation } from './api.ts'
import { tokenHeader } from './logons.ts'
import {
  getPolicy,
  getServer,
  getSession,
  getTask,
  listPolicies,
  listServers,
  listSessions,
  listSessionsOfPolicy,
  listTasks,
  listTasksOfSession,
} from './resources/entities.ts'
import { apiRoot, getLogon, listLogons, logOff, logOn } from './resources/logon.ts'
import { createQuery } from './resources/query.ts'
import { listSystemSessions } from './resources/system-sessions.ts'
import { EmError } from './wire/errors.ts'

type Access =
  | { readonly kind: 'open'; readonly handle: (request: ApiRequest) => ApiAnswer }
  /** Any account that is logged on, even one without a role. */
  | { readonly kind: 'logged-on'; readonly handle: (request: LoggedOnRequest) => ApiAnswer }
  /** Accounts with a role in EM. */
  | { readonly kind: 'with-role'; readonly handle: (request: LoggedOnRequest) => ApiAnswer }

interface Route {
  readonly method: string
  /** Parts of the path below /api; `{id}` stands for any. */
  readonly path: readonly string[]
  readonly access: Access
}

/** A request as the server has received it. */
export interface Received {
  readonly method: string
  /** The path and query, as sent. */
  readonly url: string
  readonly authorization: string | undefined
  readonly token: string | undefined
  readonly cookies: string | undefined
}

/** The header in which a client sends its token, as Node names it. */
export const receivedTokenHeader = tokenHeader.toLowerCase()

function route(method: string, path: string, access: Access): Route {
  return { method, path: path.toLowerCase().split('/').filter(Boolean), access }
}

function open(handle: (request: ApiRequest) => ApiAnswer): Access {
  return { kind: 'open', handle }
}

function withRole(handle: (request: LoggedOnRequest) => ApiAnswer): Access {
  return { kind: 'with-role', handle }
}

function routesOf(simulation: Simulation): Route[] {
  return [
    route('GET', '/', open(apiRoot)),
    route('POST', '/sessionMngr', open(logOn)),
    route('GET', '/logonSessions', withRole(listLogons)),
    route('GET', '/logonSessions/{id}', withRole(getLogon)),
    route('DELETE', '/logonSessions/{id}', { kind: 'logged-on', handle: logOff }),
    route('GET', '/query', withRole(createQuery(simulation))),
    route('GET', '/cdpReplicaSessions', withRole(listSessions)),
    route('GET', '/cdpReplicaSessions/{id}', withRole(getSession)),
    route('GET', '/cdpReplicaSessions/{id}/cdpReplicaTaskSessions', withRole(listTasksOfSession)),
    route('GET', '/cdpReplicaTaskSessions', withRole(listTasks)),
    route('GET', '/cdpReplicaTaskSessions/{id}', withRole(getTask)),
    route('GET', '/cdpPolicies', withRole(listPolicies)),
    route('GET', '/cdpPolicies/{id}', withRole(getPolicy)),
    route('GET', '/cdpPolicies/{id}/cdpReplicaSessions', withRole(listSessionsOfPolicy)),
    route('GET', '/backupServers', withRole(listServers)),
    route('GET', '/backupServers/{id}', withRole(getServer)),
    route('GET', '/systemSessions', withRole(listSystemSessions)),
  ]
}

function matches(route: Route, parts: readonly string[]): boolean {
  return (
    route.path.length === parts.length &&
    route.path.every((part, index) => part === '{id}' || part === parts[index]?.toLowerCase())
  )
}

/** A plus sign stays one: EM wants spaces as %20. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw new EmError(400, `'${text}' is not valid percent-encoding.`)
  }
}

function parametersOf(query: string): (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
      return [decode(name), decode(value)] as const
    })
}

/** Whether a path is EM's REST API. Letter case does not matter in it. */
export function isApiPath(url: string): boolean {
  return /^\/api(?:[/?]|$)/i.test(url)
}

/** Makes the function that answers requests to /api. It throws EmError or FilterError for those it refuses. */
export function createRouter(simulation: Simulation): (received: Received) => ApiAnswer {
  const routes = routesOf(simulation)
  return (received) => {
    const [path = '', query = ''] = received.url.split(/\?(.*)/s, 2)
    const parts = path.split('/').filter(Boolean).slice(1).map(decode)
    const found = routes.filter((candidate) => matches(candidate, parts))
    if (found.length === 0) throw new EmError(404, `Resource ${path} not found.`)
    const chosen = found.find((candidate) => candidate.method === received.method)
    if (!chosen) {
      const allowed = found.map((candidate) => candidate.method).join(', ')
      throw new EmError(405, `Method ${received.method} is not allowed.`, { Allow: allowed })
    }
    const parameters = parametersOf(query)
    const request: ApiRequest = {
      simulation,
      id: parts[1] ?? '',
      authorization: received.authorization,
      parameters,
      parameter: (name) =>
        parameters.find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1],
    }
    const { access } = chosen
    if (access.kind === 'open') return access.handle(request)
    const logon = simulation.logons.authenticate(received.cookies, received.token)
    if (access.kind === 'with-role' && logon.rights === 'none') {
      throw new EmError(403, `Account ${logon.userName} has no role in Enterprise Manager.`)
    }
    return access.handle({ ...request, logon })
  }
}
