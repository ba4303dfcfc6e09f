import { describe, expect, it } from 'vitest'
import type { TriesRow } from './access-store.ts'
import { TryLimit } from './try-limit.ts'

const minuteMs = 60_000

function createRig() {
  const clock = { ms: 1_000_000_000 }
  const stored = new Map<string, TriesRow>()
  const store = {
    saveTries: (row: TriesRow) => void stored.set(row.key, row),
    removeTries: (key: string) => void stored.delete(key),
  }
  const open = () => {
    const limit = new TryLimit({ most: 3, pauseMs: 35 * minuteMs, now: () => clock.ms, store })
    limit.load([...stored.values()])
    return limit
  }
  return { clock, stored, open }
}

/** Begins a try that is refused, if it may begin at all. */
function refuse(limit: TryLimit, key = 'a'): boolean {
  if (limit.begin(key) > 0) return false
  limit.end(key, 'refused')
  return true
}

describe('TryLimit', () => {
  it('closes a key after the last refused try it allows, for the whole pause, and no other key', () => {
    const { clock, open } = createRig()
    const limit = open()
    expect([refuse(limit), refuse(limit), refuse(limit), refuse(limit)]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(limit.begin('a')).toBe(35 * minuteMs)
    expect(refuse(limit, 'b')).toBe(true)
    clock.ms += 34 * minuteMs
    expect(limit.begin('a')).toBe(minuteMs)
    clock.ms += minuteMs
    expect(refuse(limit)).toBe(true)
  })

  it('forgets nothing while refusals go on, however slowly they come', () => {
    const { clock, open } = createRig()
    const limit = open()
    let refused = 0
    for (let minute = 0; minute < 100; minute += 20) {
      if (refuse(limit)) refused += 1
      clock.ms += 20 * minuteMs
    }
    expect(refused).toBe(4)
  })

  it('counts tries under way, so that many at once are no way around it', () => {
    const { open } = createRig()
    const limit = open()
    const begun = Array.from({ length: 100 }, () => limit.begin('a')).filter((wait) => wait === 0)
    expect(begun).toHaveLength(3)
    limit.end('a', 'not-judged')
    expect(limit.begin('a')).toBe(0)
    for (let i = 0; i < 3; i += 1) limit.end('a', 'refused')
    expect(limit.begin('a')).toBe(35 * minuteMs)
  })

  it('begins anew when one passes, and leaves alone what nobody judged', () => {
    const { open, stored } = createRig()
    const limit = open()
    refuse(limit)
    refuse(limit)
    limit.begin('a')
    limit.end('a', 'not-judged')
    expect(stored.get('a')).toMatchObject({ failures: 2 })
    limit.begin('a')
    limit.end('a', 'passed')
    expect(stored.size).toBe(0)
    expect(
      [refuse(limit), refuse(limit), refuse(limit), refuse(limit)].filter(Boolean),
    ).toHaveLength(3)
  })

  it('outlives a restart', () => {
    const { open } = createRig()
    const first = open()
    for (let i = 0; i < 3; i += 1) refuse(first)
    expect(refuse(open())).toBe(false)
  })

  it('stays closed when the clock is set back, and says no more than the pause', () => {
    const { clock, open } = createRig()
    const limit = open()
    for (let i = 0; i < 3; i += 1) refuse(limit)
    clock.ms -= 24 * 60 * minuteMs
    expect(limit.begin('a')).toBe(35 * minuteMs)
  })
})
