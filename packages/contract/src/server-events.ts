/** Names of the events of `GET /api/events`, whose data is JSON: `freshness` carries a Freshness, `heartbeat` the server's time. */
export const serverEvents = { freshness: 'freshness', heartbeat: 'heartbeat' } as const
/** At most so long apart are two events. */
export const heartbeatSeconds = 15
