import { healths, type PoliciesQuery, type PoliciesStatusAnswer } from '@cdp-watch/contract'
import { fold } from '../store/fold.ts'
import { minuteMs } from './duration.ts'
import { policiesOrder } from './policies-order.ts'
import type { PoliciesView } from './policies-view.ts'
import { policyStatusItems } from './policy-status-item.ts'
import type { PolicyStatuses, PolicyStatusRow } from './policy-status-row.ts'
import { policyStatuses } from './policy-statuses.ts'

const defaultLimit = 100
/** In no zone does a day begin but at a quarter of an hour. */
const cachedMs = 15 * minuteMs

/** How all policies are, as `policyStatuses` tells; computed once per state of the index, zone and quarter of an hour. */
export function knownStatuses(view: PoliciesView, zone: string, now: number): PolicyStatuses {
  const state = [view.dataVersion, view.readAtEm, Math.floor(now / cachedMs)].join(' ')
  return view.cache.get(state, zone, () => policyStatuses(view, zone, now))
}

/**
 * Answers `GET /api/policies` but for its `asOf`. `now` is ms since 1970 by EM's clock; `query` has been
 * checked.
 */
export function policiesAnswer(
  view: PoliciesView,
  query: PoliciesQuery,
  now: number,
): Omit<PoliciesStatusAnswer, 'asOf'> {
  const zone = query.zone ?? 'UTC'
  const { dates, at, policies } = knownStatuses(view, zone, now)

  const sought = fold(query.q ?? '')
  const found = policies.filter(
    ({ foldedName, foldedServer }) => foldedName.includes(sought) || foldedServer.includes(sought),
  )
  const ofHealth = isAmong(query.health, ({ status }) => status.health)
  const ofServer = isAmong(query.backupServerUid, ({ row }) => row.server_uid)
  const matching = found.filter((policy) => ofHealth(policy) && ofServer(policy))
  const offset = query.offset ?? 0
  const page = matching
    .toSorted(policiesOrder(query.sort))
    .slice(offset, offset + (query.limit ?? defaultLimit))
  return {
    items: policyStatusItems(view, page, { at, zone }),
    total: matching.length,
    days: [...dates],
    facets: {
      health: countHealths(found.filter(ofServer)),
      backupServer: countServers(policies, found.filter(ofHealth), query.backupServerUid ?? []),
    },
    dataVersion: view.dataVersion,
  }
}

function isAmong<T extends string | null>(
  chosen: readonly T[] | undefined,
  read: (policy: PolicyStatusRow) => T | null,
): (policy: PolicyStatusRow) => boolean {
  if (chosen === undefined || chosen.length === 0) return () => true
  const values = new Set<T | null>(chosen)
  return (policy) => values.has(read(policy))
}

function countHealths(policies: readonly PolicyStatusRow[]): Record<string, number> {
  const groups = Map.groupBy(policies, ({ status }) => status.health)
  return Object.fromEntries(healths.map((health) => [health, groups.get(health)?.length ?? 0]))
}

/** Servers by number of policies; those filtered by are there though they have none. */
function countServers(
  all: readonly PolicyStatusRow[],
  counted: readonly PolicyStatusRow[],
  chosen: readonly string[],
): PoliciesStatusAnswer['facets']['backupServer'] {
  const counts = Map.groupBy(counted, ({ row }) => row.server_uid)
  const names = new Map<string, string>()
  for (const { row } of all) {
    // A policy that is gone may still bear its server's former name.
    if (row.server_uid !== null && (row.removed_at === null || !names.has(row.server_uid)))
      names.set(row.server_uid, row.server_name ?? row.server_uid)
  }
  return [...names]
    .map(([uid, name]) => ({ uid, name, count: counts.get(uid)?.length ?? 0 }))
    .filter(({ uid, count }) => count > 0 || chosen.includes(uid))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
