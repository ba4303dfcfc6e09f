import { describe, expect, it } from 'vitest'
import type { Snapshot } from './estate.ts'
import { createEstate } from './estate.ts'
import { healthOf, hourMs, options, sessionsIn, start, tasksIn } from './observation.ts'
import { results } from './session-row.ts'
import { DAY, HOUR, printInstant } from './ticks.ts'

function countBy<T>(list: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

describe('what goes wrong', () => {
  it.each([7, 1, 42])('is a good mix at any time, with seed %i', (seed) => {
    const estate = createEstate({ ...options, seed })
    for (let step = 0; step < 14; step += 1) {
      const snapshot = estate.snapshot(start + step * 12.7 * hourMs)
      const sessions = sessionsIn(snapshot)
      const active = sessions.filter((s) => s.state !== 'Stopped')
      const health = countBy(
        [...healthOf(tasksIn(snapshot, 'active')).values()],
        (rank) => results[rank] ?? '',
      )
      expect(health.Failed ?? 0).toBeGreaterThanOrEqual(1)
      expect(health.Warning ?? 0).toBeGreaterThanOrEqual(1)
      expect(health.Success ?? 0).toBeGreaterThan(active.length / 2)

      const recent = new Set(
        sessions.filter((s) => s.created > snapshot.asOf - DAY).map((s) => s.policy),
      )
      const busy = new Set(active.map((s) => s.policy))
      const missing = snapshot.infrastructure.policies.filter(
        (p) => p.schedule.kind === 'always' && !recent.has(p.index) && !busy.has(p.index),
      )
      expect(missing.length).toBeGreaterThanOrEqual(1)
      expect(missing.length).toBeLessThanOrEqual(3)

      const week = sessions.filter((s) => s.ended > snapshot.asOf - 7 * DAY)
      expect(week.filter((s) => s.result === 'Failed').length).toBeGreaterThan(5)
      expect(week.filter((s) => s.result === 'Success').length).toBeGreaterThan(week.length / 2)
    }
  })

  it('hits several policies at once when they share a proxy', () => {
    const snapshot = createEstate(options).snapshot(start)
    const byProxy = new Map<string, Set<number>>()
    for (const { policy, reason } of tasksIn(snapshot)) {
      const proxy = /lost connection to backup proxy (prx-\d+)/.exec(reason)?.[1]
      if (proxy) byProxy.set(proxy, (byProxy.get(proxy) ?? new Set()).add(policy))
    }
    expect(Math.max(...[...byProxy.values()].map((policies) => policies.size))).toBeGreaterThan(2)
  })

  it('spares a disabled policy, which has no sessions', () => {
    const snapshot = createEstate(options).snapshot(start)
    const disabled = snapshot.infrastructure.policies.filter((p) => p.schedule.kind === 'disabled')
    expect(disabled.length).toBeGreaterThan(0)
    const indexes = disabled.map((p) => p.index)
    expect(sessionsIn(snapshot).filter((s) => indexes.includes(s.policy))).toEqual([])
  })
})

describe('time', () => {
  it('ends a session and begins the next, which EM sees only after collecting', () => {
    const estate = createEstate(options)
    const before = estate.snapshot(start)
    const begun = (snapshot: Snapshot) =>
      sessionsIn(snapshot).find(
        (s) => s.created > before.asOf && s.created < before.asOf + 6 * HOUR,
      )
    const later = estate.snapshot(start + 6 * hourMs)
    const fresh = begun(later)
    if (!fresh) throw new Error('no session has begun in six hours')
    const former = sessionsIn(later).findLast(
      (s) => s.policy === fresh.policy && s.created < fresh.created,
    )
    expect(former?.state).toBe('Stopped')
    expect(former?.ended).toBe(fresh.created)
    expect(sessionsIn(before).find((s) => s.guid === former?.guid)?.state).not.toBe('Stopped')
    const createdMs = Date.parse(printInstant(fresh.created))
    const seenAt = (minutes: number) =>
      sessionsIn(estate.snapshot(createdMs + minutes * 60_000)).some((s) => s.guid === fresh.guid)
    expect(seenAt(0.2)).toBe(false)
    expect(seenAt(17)).toBe(true)
  })

  it('shows EM nothing younger than the start of its last finished collection', () => {
    const estate = createEstate(options)
    for (let minute = 0; minute < 60; minute += 1) {
      const nowMs = start + minute * 60_000
      const { asOf } = estate.snapshot(nowMs)
      const age = nowMs - Date.parse(printInstant(asOf))
      expect(age).toBeGreaterThanOrEqual(39_000)
      expect(age).toBeLessThan(17 * 60_000)
      for (const session of sessionsIn(estate.snapshot(nowMs)).slice(-5)) {
        expect(session.created).toBeLessThanOrEqual(asOf)
      }
    }
    expect(estate.snapshot(start)).toBe(estate.snapshot(start + 1))
  })

  it('turns the warnings of some incidents to failures, and lets them end', () => {
    const estate = createEstate(options)
    const history = new Map<string, string[]>()
    for (let hour = 0; hour < 60; hour += 1) {
      for (const task of tasksIn(estate.snapshot(start + hour * hourMs), 'active')) {
        if (task.state !== 'InProgress') continue
        const seen = history.get(task.vm) ?? []
        if (seen.at(-1) !== task.result && task.result !== 'None') seen.push(task.result)
        history.set(task.vm, seen)
      }
    }
    const walks = [...history.values()].map((seen) => seen.join(' '))
    expect(walks.some((walk) => walk.includes('Success Failed Success'))).toBe(true)
    expect(walks.some((walk) => walk.includes('Success Warning Success'))).toBe(true)
  })
})
