import {
  type IndexedSession,
  isStopped,
  noResult,
  type Session,
  sessionHealth,
} from '@cdp-watch/contract'
import { type Health, healthWords, shownHealth } from '../../ui/health.ts'
import { taskHealth, unknownWord } from './task-health.ts'
import type { VmRow } from './task-rows.ts'

/** What is known of a session's VMs at this moment. `isWhole`: none of them is missing from the rows. */
export type VmsReading =
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'known'; readonly rows: readonly VmRow[]; readonly isWhole: boolean }

/** Health of a session with its word; while it works, nobody knows it before its VMs are known. */
export type SessionHealth =
  | { readonly kind: 'known'; readonly health: Health; readonly word: string }
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-known' }

/** The session's health by the contract's rule, with a word for it: EM's own where it is unknown. */
export function readHealth(session: Session, vms: VmsReading): SessionHealth {
  if (!isStopped(session) && vms.kind !== 'known') return { kind: vms.kind }
  const deciding = vms.kind === 'known' ? vms.rows.map((row) => row.deciding) : []
  const health = shownHealth({ health: sessionHealth(session, deciding), state: session.state })
  if (isStopped(session)) return ofStopped(session, health)
  const odd = [session, ...deciding].find(
    (row) => row.result !== noResult && taskHealth(row) === 'unknown',
  )
  return health === 'working' && odd
    ? known('unknown', unknownWord(odd))
    : known(health, healthWords[health])
}

/** The health the index has of a session, with its word; unknown where EM dropped it before its end. */
export function keptHealth(session: IndexedSession): SessionHealth {
  const health = shownHealth(session)
  return isStopped(session) ? ofStopped(session, health) : known(health, healthWords[health])
}

function ofStopped(session: Session, health: Health): SessionHealth {
  return known(health, health === 'unknown' ? unknownWord(session) : healthWords[health])
}

function known(health: Health, word: string): SessionHealth {
  return { kind: 'known', health, word }
}
