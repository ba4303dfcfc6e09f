import { describe, expect, it } from 'vitest'
import { dayHeadings, dayLabel } from './day-words.ts'

describe('dayHeadings', () => {
  it('names the month where the row begins and where the month does', () => {
    const days = ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']
    expect(dayHeadings(days).map(({ number, month }) => [number, month])).toEqual([
      [30, 'Oct'],
      [31, undefined],
      [1, 'Nov'],
      [2, undefined],
    ])
  })
})

describe('dayLabel', () => {
  const [heading] = dayHeadings(['2026-11-22'])
  it.each([
    ['failed', '22 Nov: Failed'],
    ['ok', '22 Nov: OK'],
    ['missing', '22 Nov: Missing, it should have run'],
    ['none', '22 Nov: no session due'],
  ] as const)('%s', (health, label) =>
    expect(heading && dayLabel(heading, { health, uid: null })).toBe(label),
  )
})
