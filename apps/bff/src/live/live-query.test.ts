import { parse as parseQueryText } from 'node:querystring'
import { maxLivePageSize, type Problem } from '@cdp-watch/contract'
import { entityTypes, fieldsOf, maxFilterLength } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { problemOf } from '../errors.ts'
import { type LiveQuery, readLiveQuery } from './live-query.ts'

/** As Express reads the address. */
const read = (address: string): LiveQuery => readLiveQuery(parseQueryText(address))

const refusalOf = (address: string): Problem => {
  try {
    read(address)
  } catch (error) {
    return problemOf(error)
  }
  throw new Error('nothing was refused')
}

/** What EM is told, parameter by parameter; a name that is there twice would show. */
const toldEm = ({ asked }: LiveQuery): [string, string][] => {
  const [path, query = ''] = asked.emPath.split('?')
  expect(path).toBe('/api/query')
  return query.split('&').map((pair) => {
    const [name = '', value = '', ...more] = pair.split('=')
    expect(more).toEqual([])
    expect(value).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/)
    return [name, decodeURIComponent(value)]
  })
}

const filtered = (filter: string, type = 'CdpReplicaSession') =>
  read(`type=${type}&filter=${encodeURIComponent(filter)}`)

const filterTold = (query: LiveQuery) => toldEm(query).find(([name]) => name === 'filter')?.[1]

describe('what EM is asked', () => {
  it('is the type, entities, a sort, a page and nothing else', () => {
    const query = read('type=CdpReplicaSession')
    expect(toldEm(query)).toEqual([
      ['type', 'CdpReplicaSession'],
      ['format', 'Entities'],
      ['sortDesc', 'CreationTimeUTC'],
      ['pageSize', '100'],
      ['page', '1'],
    ])
    expect(query).toMatchObject({ page: 1, pageSize: 100, raw: false })
    expect(query.asked).toMatchObject({ type: 'CdpReplicaSession', filter: null })
  })

  it.each([
    ['type=cdpreplicasession', 'CdpReplicaSession', 'sortDesc', 'CreationTimeUTC'],
    ['type=CDPREPLICATASKSESSION', 'CdpReplicaTaskSession', 'sortDesc', 'CreationTimeUTC'],
    ['type=cdpPolicy', 'CdpPolicy', 'sortAsc', 'Name'],
    ['type=backupserver', 'BackupServer', 'sortAsc', 'Name'],
    ['type=CdpPolicy&sortDesc=nextrun', 'CdpPolicy', 'sortDesc', 'NextRun'],
    ['type=CdpReplicaSession&sortAsc=ID', 'CdpReplicaSession', 'sortAsc', 'Id'],
  ])('of %s is %s by %s %s', (address, type, direction, field) => {
    expect(toldEm(read(address))).toEqual(
      expect.arrayContaining([
        ['type', type],
        [direction, field],
      ]),
    )
  })

  it.each(entityTypes.flatMap((type) => fieldsOf(type).map((field) => [type, field.name])))(
    'sorts %s by %s both ways',
    (type, field) => {
      const told = ['sortAsc', 'sortDesc'].map((way) =>
        toldEm(read(`type=${type}&${way}=${field}`)),
      )
      expect(told[0]).toContainEqual(['sortAsc', field])
      expect(told[1]).toContainEqual(['sortDesc', field])
    },
  )

  it('is the page and page size asked for, and whether EM’s own JSON is wanted', () => {
    const query = read(`type=CdpPolicy&page=7&pageSize=${maxLivePageSize}&raw=true`)
    expect(query).toMatchObject({ page: 7, pageSize: maxLivePageSize, raw: true })
    expect(toldEm(query)).toEqual(
      expect.arrayContaining([
        ['pageSize', String(maxLivePageSize)],
        ['page', '7'],
      ]),
    )
    expect(read('type=CdpPolicy&raw=false').raw).toBe(false)
  })
})

describe('a filter', () => {
  it.each([
    ['result >= "warning"', 'Result>="Warning"'],
    ['state!=Stopped;result==failed', 'State!="Stopped";Result=="Failed"'],
    ['name==Gold', 'Name=="Gold"'],
    [
      '(result==Failed,result==Warning);creationTimeUTC>="2026-06-15"',
      '(Result=="Failed",Result=="Warning");CreationTimeUTC>="2026-06-15"',
    ],
    ['', undefined],
    ['   ', undefined],
  ])('%s is sent as %s', (given, sent) => {
    expect(filterTold(filtered(given))).toBe(sent)
  })

  it('is parsed once: what is encoded twice stays text', () => {
    expect(filterTold(filtered('Name=="a%22;State==%22Working"'))).toBe(
      'Name=="a%22;State==%22Working"',
    )
  })

  // Whatever a value tries, all of it has to be one quoted value of one condition, in one parameter.
  it.each([
    'x";State=="Working',
    'x"";State==""Working',
    '"',
    '""',
    '"""',
    ';;,,(("',
    'x&type=BackupServer&filter=',
    'x#fragment',
    'x?y=1',
    'x%22%3BState%3D%3D%22Working',
    '%',
    '+',
    ' ',
    "'; DROP TABLE sessions; --",
    '\\"',
    '\\',
    'x\r\nX-RestSvcSessionId: stolen',
    'x\tHTTP/1.1',
    '/../../logonSessions',
    '日本語 العربية 🙂',
    '<script>alert(1)</script>',
  ])('cannot be left by the value %j', (value) => {
    const query = filtered(`PolicyName=="${value.replaceAll('"', '""')}"`)
    const names = toldEm(query).map(([name]) => name)
    expect(names).toEqual(['type', 'format', 'filter', 'sortDesc', 'pageSize', 'page'])
    const told = filterTold(query) ?? ''
    const inner = /^PolicyName=="((?:[^"]|"")*)"$/.exec(told)?.[1]
    expect(inner?.replaceAll('""', '"')).toBe(value)
  })

  it.each([
    ['Name=="a" ; ; State==Working', 'Expected a condition'],
    ['Name="a"', 'operator'],
    ['Nmae=="a"', 'Nmae'],
    ['Name=="a', 'quote'],
    ['(Name=="a"', 'never closed'],
    ['Result>="Bad"', 'Result'],
    ['CreationTimeUTC>="yesterday"', 'CreationTimeUTC'],
    ['FailureMessage~="proxy"', 'Enterprise Manager has no “contains”'],
    ['Name=="a\0"', 'NUL'],
    ['Id in (1,2)', 'Id'],
  ])('%s is refused at its place', (filter, words) => {
    const problem = refusalOf(`type=CdpReplicaSession&filter=${encodeURIComponent(filter)}`)
    expect(problem).toMatchObject({ status: 400, code: 'bad-filter', parameter: 'filter' })
    expect(problem.detail).toContain(words)
    const { start, end } = problem.position ?? { start: -1, end: -1 }
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(filter.length)
  })

  it('says where `~=` stands', () => {
    const filter = 'State==Working;FailureMessage~="proxy"'
    const problem = refusalOf(`type=CdpReplicaSession&filter=${encodeURIComponent(filter)}`)
    const { start, end } = problem.position ?? { start: 0, end: 0 }
    expect(filter.slice(start, end)).toBe('~=')
  })

  it.each([
    ['CdpReplicaTaskSession', 'Result=="Failed"'],
    ['CdpPolicy', 'Id=="x"'],
    ['BackupServer', 'BackupServerName=="x"'],
  ])('of %s knows the fields of that type alone', (type, filter) => {
    const problem = refusalOf(`type=${type}&filter=${encodeURIComponent(filter)}`)
    expect(problem).toMatchObject({ code: 'bad-filter', position: { start: 0 } })
  })

  it('that is too long is refused as a filter, from where it is too long', () => {
    const filter = `Name=="${'x'.repeat(maxFilterLength)}"`
    const problem = refusalOf(`type=CdpReplicaSession&filter=${filter}`)
    expect(problem).toMatchObject({
      code: 'bad-filter',
      parameter: 'filter',
      position: { start: maxFilterLength, end: filter.length },
    })
  })

  it('whose encoded form is longer than EM takes is refused whole', () => {
    const filter = `Name=="${'語'.repeat(3000)}"`
    const problem = refusalOf(`type=CdpReplicaSession&filter=${encodeURIComponent(filter)}`)
    expect(problem).toMatchObject({
      code: 'bad-filter',
      parameter: 'filter',
      position: { start: 0, end: filter.length },
    })
  })
})

describe('a parameter that is wrong', () => {
  it.each([
    ['', 'type', 'needed'],
    ['type=', 'type', 'cannot be asked for'],
    ['type=BackupJobSession', 'type', 'Use one of CdpReplicaSession'],
    ['type=CdpPolicy&type=CdpPolicy', 'type', 'more than once'],
    ['type=CdpPolicy&filter=a&filter=b', 'filter', 'more than once'],
    ['type=CdpPolicy&raw=true&raw=true', 'raw', 'more than once'],
    ['type=CdpPolicy&raw=yes', 'raw', 'true'],
    ['type=CdpPolicy&page=0', 'page', 'whole number'],
    ['type=CdpPolicy&page=1.5', 'page', 'whole number'],
    ['type=CdpPolicy&page=-1', 'page', 'whole number'],
    ['type=CdpPolicy&page=99999999', 'page', 'whole number'],
    ['type=CdpPolicy&page=1&page=2', 'page', 'more than once'],
    ['type=CdpPolicy&pageSize=', 'pageSize', 'whole number'],
    [`type=CdpPolicy&pageSize=${maxLivePageSize + 1}`, 'pageSize', `from 1 to ${maxLivePageSize}`],
    ['type=CdpPolicy&sortAsc=Name&sortDesc=Name', 'sortDesc', 'not both'],
    ['type=CdpPolicy&sortAsc=Result', 'sortAsc', 'Use one of UID, Name'],
    ['type=CdpReplicaTaskSession&sortDesc=Result', 'sortDesc', 'cannot be sorted by'],
    ['type=CdpPolicy&sortAsc=Name,UID', 'sortAsc', 'one field'],
    ['type=CdpPolicy&sortAsc=', 'sortAsc', 'one field'],
    ['type=CdpPolicy&format=Entities', 'format', 'Known are: type, filter'],
    ['type=CdpPolicy&Filter=x', 'Filter', 'is not a parameter'],
    ['type=CdpPolicy&__proto__=x', '__proto__', 'is not a parameter'],
    ['type=CdpPolicy&constructor=x', 'constructor', 'is not a parameter'],
  ])('%s: %s', (address, parameter, words) => {
    const problem = refusalOf(address)
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter', parameter })
    expect(problem.detail).toContain(words)
  })
})
