import { describe, expect, it } from 'vitest'
import { createEstate } from './estate.ts'
import { policyName } from './names.ts'
import { hourMs, options, sessionsIn, start, tasksIn } from './observation.ts'
import { DAY, HOUR, MINUTE, printInstant, SECOND } from './ticks.ts'

describe('an estate', () => {
  it('is the same for the same seed and time, whatever was asked before', () => {
    const once = createEstate(options)
    const again = createEstate(options)
    again.snapshot(start - 30 * hourMs)
    again.snapshot(start + 100 * hourMs)
    expect(sessionsIn(again.snapshot(start))).toEqual(sessionsIn(once.snapshot(start)))
    expect(tasksIn(again.snapshot(start), 'active')).toEqual(
      tasksIn(once.snapshot(start), 'active'),
    )
  })

  it('is another for another seed', () => {
    const other = createEstate({ ...options, seed: 8 })
    const guids = new Set(sessionsIn(createEstate(options).snapshot(start)).map((s) => s.guid))
    expect(sessionsIn(other.snapshot(start)).filter((s) => guids.has(s.guid))).toEqual([])
  })

  it('keeps its history for the days asked for', () => {
    const snapshot = createEstate(options).snapshot(start)
    const sessions = sessionsIn(snapshot)
    expect(sessions).toHaveLength(snapshot.sessions)
    const oldest = Math.min(...sessions.map((s) => s.created))
    expect(snapshot.asOf - oldest).toBeLessThanOrEqual(30 * DAY)
    expect(snapshot.asOf - oldest).toBeGreaterThan(29.8 * DAY)
  })

  it('prints times with 0 to 7 fractional digits', () => {
    const printed = sessionsIn(createEstate(options).snapshot(start)).map((s) =>
      printInstant(s.created),
    )
    const lengths = new Set(printed.map((time) => time.replace(/^[^.]*/, '').length))
    for (const length of [0, 3, 4, 5, 6, 7, 8, 9]) expect(lengths).toContain(length)
  })
})

describe('names', () => {
  it('of policies are unique, but for one that two backup servers have', () => {
    const names = Array.from({ length: 5000 }, (_, index) => policyName(index))
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    expect(twice).toEqual(['Web farm'])
    const { policies } = createEstate(options).infrastructure
    const servers = policies.filter((p) => p.name === 'Web farm').map((p) => p.server.name)
    expect(new Set(servers).size).toBe(2)
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(140)
    expect(names.some((name) => /[<"&]/.test(name))).toBe(true)
  })

  it('of VMs are unique and take part in one policy', () => {
    const owners = new Map<string, number>()
    for (const { vm, policy } of tasksIn(createEstate(options).snapshot(start), 'active')) {
      expect(owners.get(vm) ?? policy).toBe(policy)
      owners.set(vm, policy)
    }
    expect(owners.size).toBeGreaterThan(500)
    expect([...owners.keys()].every((name) => /^[a-z]+-\d{2,}$/.test(name))).toBe(true)
  })
})

describe('collection', () => {
  it('is frozen and resumed', () => {
    const { collecting } = createEstate(options)
    const before = collecting.asOf(start)
    collecting.set('frozen', start)
    expect(collecting.asOf(start + 5 * hourMs)).toBeLessThanOrEqual(before + 15 * MINUTE + SECOND)
    const frozen = collecting.asOf(start + 5 * hourMs)
    collecting.set('running', start + 5 * hourMs)
    expect(collecting.asOf(start + 5 * hourMs)).toBe(frozen)
    expect(collecting.asOf(start + 6 * hourMs)).toBeGreaterThan(frozen + 5 * HOUR)
    const gap = collecting.runs(start - hourMs, start + 6 * hourMs).length
    expect(gap).toBeLessThan(11)
    expect(gap).toBeGreaterThan(5)
  })
})
