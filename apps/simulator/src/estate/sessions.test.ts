import { describe, expect, it } from 'vitest'
import { createEstate } from './estate.ts'
import { hourMs, options, sessionsIn, start } from './observation.ts'
import { HOUR, printInstant } from './ticks.ts'

describe('sessions', () => {
  const snapshot = createEstate(options).snapshot(start)
  const sessions = sessionsIn(snapshot)
  const active = sessions.filter((s) => s.state !== 'Stopped')

  it('are one active at a time for a policy, without result, progress, end or message', () => {
    expect(new Set(active.map((s) => s.policy)).size).toBe(active.length)
    expect(active.length).toBeGreaterThan(50)
    for (const session of active) {
      expect(session).toMatchObject({ result: 'None', progress: 0, message: null })
      expect(session.ended).toBeNaN()
      expect(snapshot.asOf - session.created).toBeLessThan(24.1 * HOUR)
    }
    expect(active.filter((s) => s.state === 'Working').length).toBeGreaterThan(45)
  })

  it('follow each other without a gap where nothing is wrong', () => {
    let followed = 0
    for (const policy of snapshot.infrastructure.policies) {
      if (policy.schedule.kind !== 'always') continue
      const own = sessions.filter((s) => s.policy === policy.index)
      for (const [index, session] of own.entries()) {
        const before = own[index - 1]
        if (!before) continue
        expect(before.ended).toBeLessThanOrEqual(session.created)
        if (before.ended === session.created) followed += 1
      }
    }
    expect(followed).toBeGreaterThan(1300)
  })

  it('have a result once they have stopped, and mostly no message when it is a bad one', () => {
    const stopped = sessions.filter((s) => s.state === 'Stopped')
    for (const session of stopped) expect(session.result).not.toBe('None')
    const bad = stopped.filter((s) => s.result === 'Failed' || s.result === 'Warning')
    const share = bad.filter((s) => (s.message ?? '') === '').length / bad.length
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.78)
    expect(bad.some((s) => s.message === null)).toBe(true)
    expect(bad.some((s) => s.message === '')).toBe(true)
    const good = stopped.filter((s) => s.result === 'Success')
    expect(good.every((s) => (s.message ?? '') === '')).toBe(true)
  })

  it('are retried now and then, after one that failed shortly before', () => {
    const retries = sessions.filter((s) => s.isRetry)
    expect(retries.length).toBeGreaterThan(2)
    for (const retry of retries) {
      const before = sessions.findLast(
        (s) => s.policy === retry.policy && s.created < retry.created,
      )
      if (!before) continue
      expect(before.result).toBe('Failed')
      expect(retry.created - before.created).toBeLessThan(HOUR)
    }
  })

  it('of office hours run on weekdays only, from the first hour to the last', () => {
    const office = snapshot.infrastructure.policies.filter((p) => p.schedule.kind === 'office')
    expect(office.length).toBeGreaterThan(2)
    const own = sessions.filter((s) => office.some((p) => p.index === s.policy))
    const days = new Set(own.map((s) => new Date(printInstant(s.created)).getUTCDay()))
    expect([...days].toSorted()).toEqual([1, 2, 3, 4, 5])
    for (const session of own) {
      if (session.state === 'Stopped')
        expect(session.ended - session.created).toBeLessThan(13 * HOUR)
    }
  })

  it('come in states that nobody documents, now and then', () => {
    const estate = createEstate(options)
    const states = new Set<string>()
    for (let hour = 0; hour < 48; hour += 1) {
      for (const { state } of sessionsIn(estate.snapshot(start + hour * hourMs))) states.add(state)
    }
    for (const state of ['Working', 'Stopped', 'Idle', 'Postprocessing']) {
      expect(states).toContain(state)
    }
  })
})
