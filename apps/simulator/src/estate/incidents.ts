import type { Cause, StreamKind } from './incident-streams.ts'
import { missing, streamKinds } from './incident-streams.ts'
import type { Infrastructure, Policy, Pool } from './policies.ts'
import { hostOf } from './policies.ts'
import { elementAt, hash, pick, unit } from './random.ts'
import type { Ticks } from './ticks.ts'
import { HOUR, MINUTE, SECOND } from './ticks.ts'

/** What an incident does to one policy. From `failFrom` on (Infinity: never) its VMs fail, before that they warn. */
export interface Hit {
  readonly cause: Cause
  /** The same for all that one incident hits. */
  readonly incident: number
  readonly variant: number
  readonly from: Ticks
  readonly failFrom: Ticks
  readonly to: Ticks
  readonly spread: Ticks
  readonly touches: (vm: number) => boolean
}

/** Finds what goes wrong, and which policies start no session. */
export interface Incidents {
  /** The hits that overlap [from, to), by index of policy, each list in order of time. */
  hitsBetween(from: Ticks, to: Ticks): Map<number, Hit[]>
  /** Whether a policy starts no session at a time at which it should. */
  isMissing(policy: Policy, at: Ticks): boolean
}

interface Turn {
  readonly id: number
  readonly number: number
  readonly from: Ticks
  readonly to: Ticks
}

const lastingOverlap = 3 * HOUR

/** An incident reaches its last policy and VM so much later than its first. */
const longestSpread = 3 * HOUR

function turnsOf(
  seed: number,
  kind: StreamKind,
  kindIndex: number,
  stream: number,
  from: Ticks,
  to: Ticks,
): Turn[] {
  const period = kind.periodHours * HOUR
  const shift = Math.floor(unit(hash(seed, kindIndex, stream, 1)) * period)
  const turns: Turn[] = []
  const first = Math.floor((from - shift) / period) - 1
  for (let slot = first; shift + slot * period < to; slot += 1) {
    const id = hash(seed, kindIndex, stream, slot)
    // Far apart, so that two streams of a kind show different causes at a time.
    const number = Math.abs(slot + stream * 23)
    const start = shift + slot * period
    let turn: Turn
    if (kind.hours === 'lasting') {
      turn = { id, number, from: start, to: start + period + lastingOverlap }
    } else {
      const [least, most] = kind.hours
      const length = Math.floor((least + unit(hash(id, 1)) * (most - least)) * HOUR)
      const begin = start + Math.floor(unit(hash(id, 2)) * Math.max(0, period - length))
      turn = { id, number, from: begin, to: begin + length }
    }
    if (turn.from < to && turn.to > from) turns.push(turn)
  }
  return turns
}

/** Deals out the policies of a pool, so that no two streams of a kind ever hit the same one. */
function deal(pool: readonly Policy[], streams: number): Policy[][] {
  return Array.from({ length: streams }, (_, stream) =>
    pool.filter((_, index) => index % streams === stream),
  )
}

function groupBy(policies: readonly Policy[], keysOf: (policy: Policy) => number[]) {
  const groups = new Map<number, Policy[]>()
  for (const policy of policies) {
    for (const key of new Set(keysOf(policy))) {
      const group = groups.get(key)
      if (group) group.push(policy)
      else groups.set(key, [policy])
    }
  }
  return groups
}

/** The incidents of an estate: a function of the seed alone, computed for the time asked for. */
export function createIncidents(infrastructure: Infrastructure): Incidents {
  const { seed, policies } = infrastructure
  const enabled = policies.filter((policy) => policy.schedule.kind !== 'disabled')
  const byProxy = groupBy(enabled, (policy) => [policy.sourceProxy, policy.targetProxy])
  const byDatastore = groupBy(enabled, (policy) => [policy.datastore])
  const byHost = groupBy(enabled, (policy) =>
    [0, 1, 2].map((vm) => hostOf(infrastructure, policy, vm)),
  )
  const inPool = (pool: Pool) => enabled.filter((policy) => policy.pool === pool)
  const dealt = new Map(
    streamKinds.map((kind) => [
      kind,
      kind.scope.kind === 'policy'
        ? deal(inPool(kind.scope.pool), kind.streams(policies.length))
        : [],
    ]),
  )
  const mayMiss = deal(inPool('missing'), missing.streams(policies.length))

  const targetsOf = (kind: StreamKind, stream: number, id: number): readonly Policy[] => {
    switch (kind.scope.kind) {
      case 'policy': {
        const own = dealt.get(kind)?.[stream] ?? []
        return own.length === 0 ? [] : [pick(own, id)]
      }
      case 'proxy':
        return byProxy.get(id % infrastructure.proxies) ?? []
      case 'datastore':
        return byDatastore.get(id % infrastructure.datastores) ?? []
      case 'host':
        return byHost.get(id % infrastructure.hosts) ?? []
      case 'server': {
        const { share } = kind.scope
        const server = pick(infrastructure.servers, id)
        return enabled.filter(
          (policy) => policy.server === server && unit(hash(id, policy.index)) < share,
        )
      }
    }
  }

  const touchesOf = (kind: StreamKind, turn: Turn, policy: Policy): ((vm: number) => boolean) => {
    if (kind.scope.kind === 'host') {
      const host = turn.id % infrastructure.hosts
      return (vm) => hostOf(infrastructure, policy, vm) === host
    }
    const h = hash(turn.id, policy.index, 3)
    const share = kind.scope.kind === 'policy' ? 0.1 + 0.5 * unit(h) : 0.5 + 0.5 * unit(h)
    const first = h % policy.vms
    return (vm) => vm === first || unit(hash(h, vm)) < share
  }

  const hitOf = (kind: StreamKind, turn: Turn, policy: Policy): Hit => {
    const late = Math.floor(unit(hash(turn.id, policy.index, 4)) * kind.spreadMinutes * MINUTE)
    const from = turn.from + late
    const length = turn.to - turn.from
    const failFrom = (): Ticks => {
      if (kind.escalation === 'at-once') return from
      if (kind.escalation === 'never') return Number.POSITIVE_INFINITY
      if (kind.escalation !== 'by-rpo') return from + Math.floor(length * kind.escalation)
      if (policy.failSeconds === null) return Number.POSITIVE_INFINITY
      return from + (policy.failSeconds + 120 + (hash(turn.id, policy.index, 5) % 3600)) * SECOND
    }
    return {
      cause: elementAt(kind.causes, turn.number % kind.causes.length),
      incident: turn.id,
      variant: Math.floor(turn.number / 4),
      from,
      failFrom: failFrom(),
      to: turn.to + late,
      spread: Math.floor((kind.spreadMinutes * MINUTE) / 2),
      touches: touchesOf(kind, turn, policy),
    }
  }

  return {
    hitsBetween: (from, to) => {
      const hits = new Map<number, Hit[]>()
      for (const [kindIndex, kind] of streamKinds.entries()) {
        for (let stream = 0; stream < kind.streams(policies.length); stream += 1) {
          for (const turn of turnsOf(seed, kind, kindIndex, stream, from - longestSpread, to)) {
            for (const policy of targetsOf(kind, stream, turn.id)) {
              const hit = hitOf(kind, turn, policy)
              const list = hits.get(policy.index)
              if (list) list.push(hit)
              else hits.set(policy.index, [hit])
            }
          }
        }
      }
      for (const list of hits.values()) list.sort((a, b) => a.from - b.from)
      return hits
    },
    isMissing: (policy, at) => {
      if (policy.pool !== 'missing') return false
      const stream = mayMiss.findIndex((own) => own.includes(policy))
      const period = missing.periodHours * HOUR
      const shift = Math.floor(unit(hash(seed, 99, stream)) * period)
      const slot = Math.floor((at - shift) / period)
      return [slot - 1, slot].some((turn) => {
        const to = shift + (turn + 1) * period + missing.overlapHours * HOUR
        return at < to && pick(elementAt(mayMiss, stream), hash(seed, 98, stream, turn)) === policy
      })
    },
  }
}
