import { expect, it } from 'vitest'
import { calmSentence, countsSentence, illCount, policyCount } from './counts-words.ts'

const counts = { failed: 3, missing: 1, warning: 5, unknown: 0, ok: 1214 }

it('counts and says them', () => {
  expect(illCount({ counts })).toBe(9)
  expect(policyCount({ counts })).toBe(1223)
  expect(countsSentence({ counts })).toMatch(
    /^1\s223 policies: 3 failed, 5 with a warning, 1 missing, 1214 OK\.$/,
  )
  expect(countsSentence({ counts: { ...counts, unknown: 2 } })).toContain('1 missing, 2 unknown')
})

it.each([
  [1, false, 'The policy is well'],
  [1, true, 'The policy was well'],
  [2, false, '2 policies are well'],
  [2, true, '2 policies were well'],
])('%i well, stale: %s', (ok, isStale, expected) => {
  expect(calmSentence({ counts: { ...counts, ok } }, isStale)).toBe(expected)
})
