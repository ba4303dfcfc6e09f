import { describe, expect, it } from 'vitest'
import { rowSentence, rowWords, shortened } from './row-words.ts'

describe('the words of a row', () => {
  it.each([
    ['Result', '==', ['Failed', 'Warning'], 'Result is Failed, Warning'],
    ['PolicyName', '!=', ['Web farm'], 'Policy is not Web farm'],
    ['Result', '>=', ['Warning'], 'Result at least Warning'],
    ['FailureMessage', '~=', ['lost'], 'Failure message contains lost'],
    ['FailureMessage', '==', [''], 'Failure message is (empty)'],
    ['CreationTimeUTC', '>=', ['2026-06-15T06:00:08Z'], 'Started at or after 15 Jun 2026 06:00:08'],
    ['CreationTimeUTC', '<', ['2026-06-15'], 'Started before 15 Jun 2026 00:00:00'],
    ['Name', '==', ['two\nlines  <b>'], 'Session name is two lines <b>'],
  ] as const)('%s %s %j', (field, operator, values, sentence) => {
    const words = rowWords('CdpReplicaSession', { field, operator, values }, 'utc')
    expect(rowSentence(words)).toBe(sentence)
  })

  it('says yes and no', () => {
    const row = { field: 'ScheduleEnabled', operator: '==', values: ['false'] } as const
    expect(rowSentence(rowWords('CdpPolicy', row, 'utc'))).toBe('Schedule enabled is no')
  })

  it('shows a field of another type by its own name', () => {
    const row = { field: 'TotalSize', operator: '>', values: ['1'] } as const
    expect(rowSentence(rowWords('CdpPolicy', row, 'utc'))).toBe('TotalSize > 1')
  })
})

describe('shortened', () => {
  it('leaves what is short', () => expect(shortened('a  b')).toBe('a b'))
  it('cuts what is long, never through a character', () => {
    const text = shortened(`${'x'.repeat(159)}🚀${'y'.repeat(9000)}`)
    expect(text.length).toBeLessThan(170)
    expect(text.isWellFormed()).toBe(true)
    expect(text.endsWith('…')).toBe(true)
  })
})
