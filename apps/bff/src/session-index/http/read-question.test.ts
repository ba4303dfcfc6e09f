import { sessionsQuerySchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { appErrorOf } from '../../../test/app-error-of.ts'
import { readQuery } from '../../read-query.ts'
import { readQuestion } from './read-question.ts'

const read = (parameters: Record<string, string | string[]>) =>
  readQuestion(readQuery(sessionsQuerySchema, parameters))
const outcomeOf = async (parameters: Record<string, string | string[]>) => read(parameters)

describe('readQuestion', () => {
  it('asks for the newest hundred where nothing is said', () => {
    expect(read({})).toEqual({
      from: null,
      to: null,
      states: [],
      results: [],
      healths: [],
      policyUids: [],
      backupServerUids: [],
      failures: [],
      text: '',
      filter: undefined,
      sort: [{ field: 'creationTimeUTC', descending: true }],
      limit: 100,
      cursor: null,
      offset: 0,
      horizon: null,
      since: null,
      bars: null,
      facetText: '',
    })
  })

  it('takes one value or several, and times with their zone', () => {
    const question = read({
      result: ['Failed', 'Warning', 'Failed'],
      health: 'failed',
      from: '2026-06-15T02:00:00+02:00',
    })
    expect(question.results).toEqual(['Failed', 'Warning'])
    expect(question.healths).toEqual(['failed'])
    expect(question.from).toBe(Date.UTC(2026, 5, 15))
  })

  it.each([
    ['-creationTimeUTC,policyName', ['-creationTimeUTC', 'policyName']],
    ['-CreationTimeUTC', ['-creationTimeUTC']],
    ['Id,-HEALTH', ['uid', '-health']],
    ['duration', ['duration']],
  ])('sorts by %s', (sort, keys) => {
    const written = read({ sort }).sort.map((key) => `${key.descending ? '-' : ''}${key.field}`)
    expect(written).toEqual(keys)
  })

  it.each<[string, Record<string, string | string[]>, string, RegExp]>([
    ['an unknown parameter', { polcyName: 'x' }, 'polcyName', /not a parameter/],
    ['an unknown health', { health: 'bad' }, 'health', /failed/],
    ['a repeated time', { from: ['2026-06-15T00:00:00Z', '2026-06-16T00:00:00Z'] }, 'from', /once/],
    ['no time', { from: 'yesterday' }, 'from', /2026/],
    ['an empty range', { from: '2026-06-15T00:00:00Z', to: '2026-06-15T00:00:00Z' }, 'to', /after/],
    ['a limit too large', { limit: '1001' }, 'limit', /1 to 1000/],
    ['a limit of none', { limit: '0' }, 'limit', /1 to 1000/],
    ['a cursor and an offset', { cursor: 'x', offset: '3' }, 'offset', /not both/],
    ['an unknown sort', { sort: 'size' }, 'sort', /cannot be sorted by “size”/],
    ['a sort twice', { sort: 'name,-name' }, 'sort', /twice/],
    ['an empty sort', { sort: '' }, 'sort', /cannot be sorted/],
    ['too many keys', { sort: 'name,state,result,uid,health,duration' }, 'sort', /At most/],
    ['no id of a group', { failure: 'Proxy lost' }, 'failure', /group of failures/],
    ['a text with NUL', { q: 'a\0' }, 'q', /readable/],
  ])('refuses %s and names it', async (_what, parameters, parameter, words) => {
    const error = await appErrorOf(outcomeOf(parameters))
    expect(error.code).toBe('bad-parameter')
    expect(error.extras.parameter).toBe(parameter)
    expect(error.message).toMatch(words)
  })

  it('refuses a filter that cannot be read, with its place', async () => {
    const filter = 'Result=="Failed";Nonsense==1'
    const error = await appErrorOf(outcomeOf({ filter }))
    expect(error.code).toBe('bad-filter')
    expect(error.extras.position).toEqual({ start: 17, end: 25 })
  })

  it('takes “contains”, which Enterprise Manager does not have', () => {
    expect(read({ filter: 'PolicyName~="gold"' }).filter).toMatchObject({ operator: '~=' })
  })
})
