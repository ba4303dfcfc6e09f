/** Where each route of the BFF is. Apart from what is asked and answered there, which is of some weight in a browser. */
export const paths = {
  emQuery: '/api/em/query',
  sessions: '/api/sessions',
  sessionsExport: '/api/sessions/export',
  session: '/api/sessions/:uid',
  policies: '/api/policies',
  failures: '/api/failures',
  failure: '/api/failures/:id',
  events: '/api/events',
  freshness: '/api/freshness',
  about: '/api/about',
  openApi: '/api/openapi.json',
  liveness: '/healthz',
  readiness: '/readyz',
  metrics: '/metrics',
} as const
