import { describe, expect, it } from 'vitest'
import { type EventsLine, type EventsNews, nextStep, silenceMs } from './events-line.ts'

const now = 1_000_000
const off: EventsLine = { kind: 'off' }
const broken: EventsLine = { kind: 'trying', openedAt: null }
const trying = (ago = 0): EventsLine => ({ kind: 'trying', openedAt: now - ago })
const live = (ago = 0): EventsLine => ({ kind: 'live', heardAt: now - ago })

describe('nextStep', () => {
  it.each<[string, EventsLine, EventsNews, EventsLine, string]>([
    ['shown: opens, and asks at once', off, 'shown', trying(), 'open poll'],
    ['shown again', live(5), 'shown', live(5), ''],
    ['hidden', live(5), 'hidden', off, 'close'],
    ['hidden while trying', trying(5), 'hidden', off, 'close'],
    ['hidden again', off, 'hidden', off, ''],
    ['heard', trying(500), 'heard', live(), ''],
    ['heard again', live(500), 'heard', live(), ''],
    ['heard too late', off, 'heard', off, ''],
    ['breaks', live(5), 'failed', broken, 'close poll'],
    ['cannot be opened', trying(5), 'failed', broken, 'close'],
    ['breaks when closed', off, 'failed', off, ''],
    ['all well', live(silenceMs), 'tick', live(silenceMs), ''],
    ['silent for too long', live(silenceMs + 1), 'tick', trying(), 'close open poll'],
    ['not open yet: asks meanwhile', trying(5000), 'tick', trying(5000), 'poll'],
    ['opened, and never heard', trying(silenceMs + 1), 'tick', trying(), 'close open poll'],
    ['broken: opens anew', broken, 'tick', trying(), 'open poll'],
    ['hidden: nothing', off, 'tick', off, ''],
  ])('%s', (_, line, news, next, acts) => {
    expect(nextStep(line, news, now)).toEqual({
      line: next,
      acts: acts === '' ? [] : acts.split(' '),
    })
  })

  it('never has two connections open, whatever comes', () => {
    const all = ['shown', 'hidden', 'heard', 'failed', 'tick'] as const
    let line: EventsLine = { kind: 'off' }
    let open = 0
    for (let step = 0; step < 4000; step += 1) {
      const news = all[(step * 7919 + Math.floor(step / 5) * 104_729) % all.length] ?? 'tick'
      const next = nextStep(line, news, now + step * 4000)
      line = next.line
      for (const act of next.acts) {
        if (act === 'open') open += 1
        if (act === 'close') open = 0
        expect(open).toBeLessThanOrEqual(1)
      }
      if (line.kind === 'off') expect(open).toBe(0)
    }
  })
})
