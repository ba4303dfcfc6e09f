import { isStopped, type Session } from '@cdp-watch/contract'
import type { Health } from '../../ui/health.ts'
import { type CauseGroup, groupCauses, shapeOf } from './cause-groups.ts'
import { type Cause, causesOf } from './causes.ts'
import type { NameSet } from './name-set.ts'
import type { SessionHealth, VmsReading } from './session-health.ts'
import { isFailing, type VmRow } from './task-rows.ts'

/** Why a session is as it is: what EM says of it, or that EM says nothing. */
export type Why =
  /** The session's own message; `groups` are what its VMs say that it does not. */
  | {
      readonly kind: 'own-message'
      readonly text: string
      readonly health: Health
      readonly groups: readonly CauseGroup[]
    }
  /** The reasons of its VMs; `silent` are the VMs that fail now without giving one. */
  | {
      readonly kind: 'vm-reasons'
      readonly groups: readonly CauseGroup[]
      readonly silent: readonly string[]
    }
  /** It failed, or VMs of it fail, and EM gives no reason. */
  | { readonly kind: 'no-reason'; readonly vms: number; readonly silent: readonly string[] }
  | { readonly kind: 'nothing-failed' }
  /** The same, of a session that still works. */
  | { readonly kind: 'nothing-failed-yet' }
  /** It works, and EM has no VM of it yet. */
  | { readonly kind: 'no-vms-yet' }
  /** It works, and none of its VMs has a result yet. */
  | { readonly kind: 'no-result-yet' }
  /** It ended with no result, or with one EM does not document. */
  | { readonly kind: 'result-unknown'; readonly result: string }
  /** The reasons are those of its VMs, which are being asked for, or could not be and are not kept. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-known' }

/**
 * EM often leaves the message of a failed session empty: then its VMs' reasons stand in. Where it has one
 * that says no more than that some VMs failed, their reasons tell why.
 */
export function whyOf(
  session: Session,
  health: SessionHealth,
  vms: VmsReading,
  names: NameSet,
): Why {
  const text = session.failureMessage?.trim() ?? ''
  if (text !== '') {
    return {
      kind: 'own-message',
      text,
      health: health.kind === 'known' ? health.health : 'unknown',
      groups: vms.kind === 'known' ? groupCauses(causesBeside(text, vms.rows, names), names) : [],
    }
  }
  if (vms.kind !== 'known') return { kind: vms.kind }
  const groups = groupCauses(causesOf(vms.rows), names)
  const silent = vms.rows
    .filter((row) => isFailing(row) && (row.deciding.reason?.trim() ?? '') === '')
    .map((row) => row.vm)
  if (groups.length > 0) return { kind: 'vm-reasons', groups, silent }
  const failing = health.kind === 'known' && isFailing(health)
  if (failing && !vms.isWhole && vms.rows.length === 0) return { kind: 'not-known' }
  if (failing || silent.length > 0) return { kind: 'no-reason', vms: vms.rows.length, silent }
  if (!isStopped(session) && vms.rows.length === 0) return { kind: 'no-vms-yet' }
  const known = health.kind === 'known' ? health : undefined
  if (known?.health === 'ok')
    return { kind: isStopped(session) ? 'nothing-failed' : 'nothing-failed-yet' }
  return isStopped(session) || known?.health === 'unknown'
    ? { kind: 'result-unknown', result: known?.word ?? session.result }
    : { kind: 'no-result-yet' }
}

/** The reasons of VMs that are not what the session's own message says. */
function causesBeside(message: string, rows: readonly VmRow[], names: NameSet): Cause[] {
  const shape = shapeOf(message, names)
  return causesOf(rows).filter(({ text }) => shapeOf(text, names) !== shape)
}
