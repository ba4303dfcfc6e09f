import type { ApiAnswer, ApiRequest, LoggedOnRequest } from '../api.ts'
import { document } from '../api.ts'
import type { Logon } from '../logons.ts'
import { tokenHeader, tokenOf } from '../logons.ts'
import { EmError } from '../wire/errors.ts'
import { hrefOf, link } from '../wire/links.ts'
import type { WireObject } from '../wire/value.ts'

const versions = ['v1_5', 'v1_6', 'v1_7']

const collections = [
  ['/backupServers', 'BackupServer'],
  ['/cdpPolicies', 'CdpPolicy'],
  ['/cdpReplicaSessions', 'CdpReplicaSession'],
  ['/cdpReplicaTaskSessions', 'CdpReplicaTaskSession'],
  ['/systemSessions', 'BackupJobSession'],
] as const

/** GET /api/ */
export function apiRoot(): ApiAnswer {
  return document('EnterpriseManager', {
    SupportedVersions: {
      SupportedVersions: versions.map((version) => ({
        Links: [link('Create', `/sessionMngr/?v=${version}`, 'LogonSession')],
        Name: version,
      })),
    },
    Links: [
      link('Down', '/logonSessions', 'LogonSessionList'),
      link('Create', '/sessionMngr/?v=latest', 'LogonSession'),
    ],
    Href: null,
    Type: null,
  })
}

function logonBody(logon: Logon): WireObject {
  const self = `/logonSessions/${logon.id}`
  return {
    UserName: logon.userName,
    SessionId: logon.id,
    Links: [
      link('Up', '/', 'EnterpriseManager'),
      ...collections.map(([path, type]) => link('Down', path, `${type}ReferenceList`)),
      link('Down', '/querySvc', 'QueryService'),
      ...collections.map(([path, type]) => link('Down', `${path}?format=Entity`, `${type}List`)),
      link('Delete', self, null),
    ],
    Href: hrefOf(self),
    Type: 'LogonSession',
  }
}

/** POST /api/sessionMngr/ */
export function logOn(request: ApiRequest): ApiAnswer {
  const logon = request.simulation.logons.logOn(request.authorization)
  const token = tokenOf(logon)
  return {
    kind: 'document',
    status: 201,
    root: 'LogonSession',
    body: logonBody(logon),
    headers: { [tokenHeader]: token, 'Set-Cookie': `${tokenHeader}=${token}; path=/api` },
  }
}

/** GET /api/logonSessions: those of all clients. */
export function listLogons(request: LoggedOnRequest): ApiAnswer {
  const items = request.simulation.logons.list().map(logonBody)
  return { kind: 'list', root: 'LogonSessions', name: 'LogonSessions', items }
}

/** GET /api/logonSessions/{id} */
export function getLogon(request: LoggedOnRequest): ApiAnswer {
  const wanted = request.id.toLowerCase()
  const logon = request.simulation.logons.list().find((known) => known.id === wanted)
  if (!logon) throw new EmError(404, `Logon session ${request.id} not found.`)
  return document('LogonSession', logonBody(logon))
}

/** DELETE /api/logonSessions/{id}: anybody's, as in EM. */
export function logOff(request: LoggedOnRequest): ApiAnswer {
  request.simulation.logons.logOff(request.id)
  return { kind: 'nothing' }
}
