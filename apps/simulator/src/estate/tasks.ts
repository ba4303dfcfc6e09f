import type { Hit } from './incidents.ts'
import type { Policy } from './policies.ts'
import { hash, unit } from './random.ts'
import type { Ticks } from './ticks.ts'
import { HOUR, MILLISECOND, MINUTE, SECOND, truncate } from './ticks.ts'

/** What of a session its tasks depend on. `ended` is when it will end, whether or not EM knows that yet. */
export interface TaskParent {
  readonly policy: Policy
  /** The hash of the session. */
  readonly key: number
  readonly created: Ticks
  readonly ended: Ticks
  readonly hits: readonly Hit[]
}

/** How bad: 1 = Success, 2 = Warning, 3 = Failed. */
export type Severity = 1 | 2 | 3

/** The tasks of each VM in a session, one from each long-term restore point to the next. */
export function partsOf(parent: TaskParent): number {
  const length = parent.ended - parent.created - MINUTE
  return Math.max(1, Math.ceil(length / (parent.policy.intervalHours * HOUR)))
}

/** When a part of a VM's replication is created. */
export function partCreated(parent: TaskParent, vm: number, part: number): Ticks {
  const h = hash(parent.key, vm, part)
  const planned =
    part === 0
      ? parent.created + (200 + (h % 20_000)) * MILLISECOND
      : parent.created + part * parent.policy.intervalHours * HOUR + (h % 9_000) * MILLISECOND
  return Math.max(parent.created, truncate(planned, (h >>> 16) % 8))
}

/** When a part ends: just before the next begins, or with the session. */
export function partEnded(parent: TaskParent, vm: number, part: number, parts: number): Ticks {
  const h = hash(parent.key, vm, part, 1)
  const next =
    part + 1 < parts
      ? partCreated(parent, vm, part + 1) - 17 * MILLISECOND
      : parent.ended - (h % 1_500) * MILLISECOND
  return Math.max(partCreated(parent, vm, part), truncate(next, (h >>> 16) % 8))
}

/** When a part that was created at an instant leaves Pending: most at once, one in forty only after some minutes. */
export function partBegun(parent: TaskParent, vm: number, part: number, created: Ticks): Ticks {
  const h = hash(parent.key, vm, part, 2)
  const wait = h % 40 === 0 ? (2 + (h % 37)) * MINUTE : (h % 8) * SECOND
  return created + wait
}

/** Bytes of all restore points of a finished part. */
export function partSize(parent: TaskParent, vm: number): number {
  return (8 + (hash(parent.policy.firstVm, parent.policy.index, vm) % 480)) * 1_073_741_824
}

/** When a hit reaches a VM. */
export function reaches(hit: Hit, vm: number): Ticks {
  return hit.from + Math.floor(unit(hash(hit.incident, vm, 7)) * hit.spread)
}

/** The worst that has happened to a VM between two instants, and the hit that did it. What has happened stays so until the task ends. */
export function verdict(
  hits: readonly Hit[],
  vm: number,
  from: Ticks,
  until: Ticks,
): { severity: Severity; hit: Hit | undefined } {
  let severity: Severity = 1
  let worst: Hit | undefined
  for (const hit of hits) {
    if (hit.from >= until || hit.to <= from || !hit.touches(vm)) continue
    const late = reaches(hit, vm) - hit.from
    if (hit.from + late >= until || hit.to + late <= from) continue
    const failFrom = hit.failFrom + late
    const failed = failFrom < until && failFrom < hit.to + late
    if (failed && severity < 3) {
      severity = 3
      worst = hit
    } else if (!failed && severity < 2) {
      severity = 2
      worst = hit
    }
  }
  return { severity, hit: worst }
}

/** The result of a session that has ended: the worst of its tasks. */
export function finalSeverity(parent: TaskParent): Severity {
  if (parent.hits.length === 0) return 1
  let worst: Severity = 1
  const parts = partsOf(parent)
  for (let vm = 0; vm < parent.policy.vms; vm += 1) {
    for (let part = 0; part < parts; part += 1) {
      const from = partCreated(parent, vm, part)
      const { severity } = verdict(parent.hits, vm, from, partEnded(parent, vm, part, parts))
      if (severity === 3) return 3
      if (severity > worst) worst = severity
    }
  }
  return worst
}
