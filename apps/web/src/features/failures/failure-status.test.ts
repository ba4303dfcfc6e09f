import { failureStatuses } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { statusCounts, statusSentence } from './failure-status.ts'

const now = Date.parse('2026-06-15T09:30:00Z')
const times = {
  firstSeenUTC: '2026-06-03T01:00:00Z',
  lastSeenUTC: '2026-06-15T09:00:00Z',
  changedUTC: '2026-06-15T07:12:00Z',
}

describe('how a group stands', () => {
  it.each([
    ['new', 'First seen 3 Jun 01:00.'],
    ['returned', 'It had recovered, and is seen again since today 07:12.'],
    ['ongoing', 'Seen since today 07:12, and not recovered.'],
    ['recovered', 'Every policy concerned is OK again, the last one since today 07:12.'],
  ] as const)('%s: %s', (status, sentence) =>
    expect(statusSentence({ ...times, status }, 'utc', now)).toBe(sentence),
  )

  it('is counted in a settled order, without what there is none of', () => {
    expect(statusCounts({ recovered: 2, new: 1200, ongoing: 0 })).toEqual([
      { status: 'new', words: '1\u00a0200 new' },
      { status: 'recovered', words: '2 recovered' },
    ])
    const all = Object.fromEntries(failureStatuses.map((status) => [status, 1]))
    expect(statusCounts(all).map(({ status }) => status)).toEqual(failureStatuses)
  })
})
