import { describe, expect, it } from 'vitest'
import { createEstate } from './estate.ts'
import type { Task } from './observation.ts'
import { hourMs, options, sessionsIn, start, tasksIn } from './observation.ts'
import { results } from './session-row.ts'

const ranked: readonly string[] = results

describe('tasks', () => {
  const snapshot = createEstate(options).snapshot(start)
  const sessions = new Map(sessionsIn(snapshot).map((s) => [s.guid, s]))
  const tasks = tasksIn(snapshot)

  it('lie in their session, one after the other for each VM', () => {
    const last = new Map<string, Task>()
    const wrong: Task[] = []
    for (const task of tasks.toSorted((a, b) => a.created - b.created)) {
      const session = sessions.get(task.session)
      const before = last.get(`${task.session}/${task.vm}`)
      if (!session) throw new Error(`${task.session} is not a session`)
      const within =
        session.state !== 'Stopped' || (task.state === 'Completed' && task.ended <= session.ended)
      const after = !before || before.ended <= task.created
      if (!within || !after || task.created < session.created) wrong.push(task)
      last.set(`${task.session}/${task.vm}`, task)
    }
    expect(wrong).toEqual([])
  })

  it('give the result of their session when it has ended, as the worst of theirs', () => {
    const worst = new Map<string, number>()
    for (const task of tasks) {
      const rank = ranked.indexOf(task.result)
      worst.set(task.session, Math.max(worst.get(task.session) ?? 0, rank))
    }
    for (const [guid, session] of sessions) {
      if (session.state === 'Stopped') expect(results[worst.get(guid) ?? 0]).toBe(session.result)
    }
  })

  it('have a reason exactly when they warn or fail, whether or not they have ended', () => {
    const bad = (task: Task) => task.result === 'Warning' || task.result === 'Failed'
    expect(tasks.filter((task) => (task.reason !== '') !== bad(task))).toEqual([])
    const running = tasks.filter((task) => task.state === 'InProgress')
    expect(running.some((task) => task.result === 'Failed')).toBe(true)
    expect(running.some((task) => task.result === 'Warning')).toBe(true)
    expect(running.some((task) => task.result === 'Success')).toBe(true)
  })

  it('are one unfinished per VM of an active session, some of them pending now and then', () => {
    const unfinished = tasks.filter((task) => task.state !== 'Completed')
    const keys = unfinished.map((task) => `${task.session}/${task.vm}`)
    expect(new Set(keys).size).toBe(keys.length)
    const estate = createEstate(options)
    const pending = [0, 7, 14, 21].map(
      (hours) =>
        tasksIn(estate.snapshot(start + hours * hourMs)).filter((t) => t.state === 'Pending')
          .length,
    )
    expect(Math.max(...pending)).toBeGreaterThan(0)
    expect(Math.max(...pending)).toBeLessThan(80)
  })

  it('give reasons of many kinds, the hard ones among them', () => {
    const reasons = [...new Set(tasks.map((task) => task.reason))]
    expect(reasons.length).toBeGreaterThan(300)
    for (const pattern of [
      /connect(ion)? to (backup|CDP) proxy "?prx-\d+/,
      /within the RPO of/,
      /ds-(gold|silver)-\d+ is running out of free space/,
      /has entered maintenance mode/,
      /is powered off/,
      /I\/O filter/,
      /<script>alert\(1\)<\/script>/,
      /"quoted"/,
      /'can't open/,
      /\r\n/,
      /[\u0600-\u06ff]/,
      /[\u0590-\u05ff]/,
      /[\u3040-\u30ff]/,
      /ungültig/,
      /&/,
    ]) {
      expect(reasons.some((reason) => pattern.test(reason))).toBe(true)
    }
    expect(Math.max(...reasons.map((reason) => reason.length))).toBeGreaterThan(10_000)
  })
})
