import { describe, expect, it } from 'vitest'
import { alsoWords } from './also-words.ts'

const now = Date.parse('2026-11-23T14:32:00Z')
const group = (sessions: number, policies: number, firstSeenUTC = '2026-11-03T01:00:00.000Z') => ({
  sessions,
  policies,
  firstSeenUTC,
})

describe('alsoWords', () => {
  it.each([
    [group(15, 5), 'also in 14 sessions of 5 policies since 3 Nov'],
    [group(2, 1, '2026-11-23T01:00:00.000Z'), 'also in 1 session of 1 policy since today'],
    [group(3, 2, '2025-12-31T23:00:00.000Z'), 'also in 2 sessions of 2 policies since 31 Dec 2025'],
    [group(1, 1), 'only in this session so far'],
    [null, 'its cause'],
  ])('of %o', (of, words) => expect(alsoWords(of, 'utc', now)).toBe(words))
})
