import { healths, type Health as KnownHealth } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { compareHealth, healthOf, shownHealth } from './health.ts'

describe('healthOf', () => {
  it.each([
    ['Stopped', 'Failed', 'failed'],
    ['Working', 'Failed', 'failed'],
    ['Working', 'None', 'working'],
    ['Stopped', 'None', 'unknown'],
    ['Completed', 'None', 'unknown'],
    ['InProgress', 'None', 'working'],
    ['Stopped', 'Skipped', 'unknown'],
  ])('%s, %s', (state, result, health) => expect(healthOf({ state, result })).toBe(health))
})

describe('shownHealth', () => {
  it.each<[string, KnownHealth, string, boolean, string]>([
    ['unknown while it works', 'unknown', 'Working', false, 'working'],
    ['unknown in an undocumented state', 'unknown', 'Postprocessing', false, 'working'],
    ['unknown once stopped', 'unknown', 'Stopped', false, 'unknown'],
    ['unknown, and EM has it no more', 'unknown', 'Working', true, 'unknown'],
    ['known while it works', 'warning', 'Working', false, 'warning'],
  ])('%s', (_, health, state, isGone, shown) =>
    expect(shownHealth({ health, state, isGone })).toBe(shown),
  )
})

it('sorts as the index does, with what works between unknown and OK', () => {
  const sorted = ['working', 'ok', 'unknown', 'warning', 'missing', 'failed'] as const
  expect(sorted.toSorted(compareHealth)).toEqual([...healths.slice(0, -1), 'working', 'ok'])
})
