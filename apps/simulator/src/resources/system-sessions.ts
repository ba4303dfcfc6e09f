import type { ApiAnswer, LoggedOnRequest } from '../api.ts'
import type { Collection } from '../estate/collection.ts'
import { guidOf } from '../estate/identity.ts'
import type { Ticks } from '../estate/ticks.ts'
import { printInstant, printNameTime, ticksOfMs } from '../estate/ticks.ts'
import { EmError } from '../wire/errors.ts'
import { hrefOf, link } from '../wire/links.ts'
import type { WireObject } from '../wire/value.ts'

const states = {
  successful: { state: 'CompletedSuccessfully', message: null },
  warning: {
    state: 'CompletedWarning',
    message: 'Some of the collected data is incomplete: vbr-nord.lab answered late.',
  },
  failed: { state: 'Failed', message: 'Failed to connect to backup server vbr-02.lab.' },
} as const

function collectionEntity(run: Collection, seed: number, now: Ticks): WireObject {
  const guid = guidOf(seed, {
    kind: 'collection',
    policy: run.number % 2 ** 20,
    day: 0,
    slot: 0,
    vm: 0,
    part: 0,
  })
  const name = `Collect Job @${printNameTime(run.started)}`
  const path = `/systemSessions/${guid}`
  const running = run.ended > now
  const { state, message } = running ? { state: 'InProgress', message: null } : states[run.outcome]
  return {
    SessionType: 'CollectJob',
    CreationTimeUTC: printInstant(run.started),
    EndTimeUTC: running ? null : printInstant(run.ended),
    State: state,
    Result: { Result: running ? 'None' : state, Message: message, IsCanceled: false },
    Name: name,
    UID: `urn:veeam:SystemSession:${guid}`,
    Links: [
      link('Alternate', path, 'BackupJobSessionReference', name),
      link('Down', `${path}/events`, 'SystemSessionEvents', 'Events'),
    ],
    Href: hrefOf(`${path}?format=Entity`),
    Type: 'SystemSession',
  }
}

/**
 * GET /api/systemSessions: the runs of the data collection, of the last 30 days only, in no useful order. The vendor's
 * example gives entities whether or not they are asked for, and calls their elements Sessions.
 */
export function listSystemSessions(request: LoggedOnRequest): ApiAnswer {
  if (request.logon.rights === 'all-but-system-sessions') {
    throw new EmError(403, 'The account has no permission to view system sessions.')
  }
  const { estate, clock } = request.simulation
  const now = clock.now()
  const { seed } = estate.infrastructure
  const items = estate.collecting
    .runs(now - 30 * 86_400_000, now)
    .map((run) => collectionEntity(run, seed, ticksOfMs(now)))
    .sort((a, b) => (String(a.UID) < String(b.UID) ? -1 : 1))
  return { kind: 'list', root: 'SystemSessions', name: 'Sessions', items }
}
