import { describe, expect, it } from 'vitest'
import { composeQuestions, type SampleRow } from './questions.ts'
import { createRandom } from './random.ts'

const now = Date.UTC(2026, 5, 15, 9, 30)
const hour = 3_600_000
const days = [7, 30, 89]

const rows: readonly SampleRow[] = Array.from({ length: 400 }, (_, index) => ({
  policyUid: `urn:veeam:CdpPolicy:${index % 90}`,
  policyName: `Gold tier ${index % 90}`,
  backupServerUid: `urn:veeam:BackupServer:${index % 4}`,
  result: index % 3 === 0 ? 'None' : 'Failed',
  health: index % 2 === 0 ? 'failed' : 'warning',
  failureText: index % 5 === 0 ? null : `Connection to proxy prx-${index} was lost`,
  creationTimeUTC: new Date(now - index * 5 * hour).toISOString(),
}))

const compose = (seed: number, count = 500) =>
  composeQuestions(rows, { count, now, days, random: createRandom(seed) })

describe('composeQuestions', () => {
  it('makes so many different ones, the same in every run', () => {
    const searches = compose(1).map(({ search }) => search)
    expect(new Set(searches).size).toBe(500)
    expect(compose(1).map(({ search }) => search)).toEqual(searches)
  })

  it('narrows each by time and something else, a part by all four', () => {
    const questions = compose(2)
    for (const { narrowing, hasAllFour } of questions) {
      const { from, result, policyUid, health, backupServerUid, q } = narrowing
      expect(from).toMatch(/^2026-/)
      const used = [result, policyUid, health, backupServerUid, q].filter(
        ({ length }) => length > 0,
      )
      expect(used.length).toBeGreaterThan(0)
      const four = [result, policyUid, q].every(({ length }) => length > 0)
      expect(hasAllFour).toBe(four)
    }
    const four = questions.filter(({ hasAllFour }) => hasAllFour)
    expect(four.length / questions.length).toBeCloseTo(0.3, 1)
  })

  it('asks for all ranges, with and without bars, by one key and by two', () => {
    const questions = compose(3)
    for (const length of days) {
      const share = questions.filter((each) => each.days === length).length / questions.length
      expect(share).toBeGreaterThan(0.15)
    }
    const all = questions.map(({ search }) => new URLSearchParams(search))
    expect(new Set(all.map((each) => each.has('bars')))).toEqual(new Set([true, false]))
    expect(new Set(all.map((each) => each.get('sort')?.split(',').length))).toEqual(new Set([1, 2]))
  })

  it('finds the session that each was made from', () => {
    for (const { narrowing } of compose(4)) {
      const { from, to, result, policyUid, health, backupServerUid, q } = narrowing
      const within = (values: readonly string[], value: string | null) =>
        values.length === 0 || (value !== null && values.includes(value))
      const found = rows.filter(
        (row) =>
          row.creationTimeUTC >= from &&
          (to === undefined || row.creationTimeUTC < to) &&
          within(result, row.result) &&
          within(policyUid, row.policyUid) &&
          within(health, row.health) &&
          within(backupServerUid, row.backupServerUid) &&
          `${row.failureText} ${row.policyName}`.includes(q),
      )
      expect(found.length).toBeGreaterThan(0)
    }
  })

  it('says where there are too few rows', () => {
    const options = { count: 50, now, days, random: createRandom(5) }
    expect(() => composeQuestions([], options)).toThrow('nothing to pick from')
  })
})
