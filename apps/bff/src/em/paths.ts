/** Every address of EM this product asks, once. */
export const emPaths = {
  logOn: '/api/sessionMngr/?v=latest',
  logonSession: (sessionId: string) => `/api/logonSessions/${encodeURIComponent(sessionId)}`,
  query: '/api/query',
  systemSessions: '/api/systemSessions?format=Entity',
} as const

/** EM's header for the logon. A cookie of the same name would win over it, so no cookie is ever sent. */
export const logonHeader = 'X-RestSvcSessionId'
