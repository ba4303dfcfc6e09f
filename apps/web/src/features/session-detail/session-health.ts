import type { Session } from '@cdp-watch/contract'
import { compareHealth, type Health, healthOf, healthWords } from '../../ui/health.ts'
import { noResult, unknownWord } from './task-health.ts'
import type { VmRow } from './task-rows.ts'

/** What is known of a session's VMs at this moment. */
export type VmsReading =
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'known'; readonly rows: readonly VmRow[] }

/** Health of a session with its word; while it works, nobody knows it before its VMs are known. */
export type SessionHealth =
  | { readonly kind: 'known'; readonly health: Health; readonly word: string }
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-known' }

/** EM is done with the session: its Result is final. Every other state, also an undocumented one, is under way. */
export function isStopped(session: { state: string }): boolean {
  return session.state === 'Stopped'
}

/**
 * Stopped: by its Result. Else by the worst Result among the newest task of each VM, as EM keeps the
 * session's own Result at None for all of its 24 hours; a Result it has all the same counts too.
 */
export function sessionHealth(session: Session, vms: VmsReading): SessionHealth {
  if (isStopped(session)) return ofResult(session)
  if (vms.kind !== 'known') return { kind: vms.kind }
  const withResult = [session, ...vms.rows.map((row) => row.newest)].filter(
    (row) => row.result !== noResult,
  )
  const [worst] = withResult.map(ofResult).sort((a, b) => compareHealth(a.health, b.health))
  return worst ?? { kind: 'known', health: 'working', word: healthWords.working }
}

interface KnownHealth {
  readonly kind: 'known'
  readonly health: Health
  readonly word: string
}

function ofResult(row: { state: string; result: string }): KnownHealth {
  const health = healthOf({ state: 'Stopped', result: row.result })
  return {
    kind: 'known',
    health,
    word: health === 'unknown' ? unknownWord(row) : healthWords[health],
  }
}
