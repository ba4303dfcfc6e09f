import { describe, expect, it } from 'vitest'
import { changeSearch, isFiltered, policiesSearchSchema } from './policies-search.ts'

describe('the address of Policies', () => {
  it.each([
    [{ health: 'failed' }, { health: ['failed'] }],
    [
      { health: ['failed', 'missing'], q: 'gold', sort: '-streak' },
      { health: ['failed', 'missing'], q: 'gold', sort: '-streak' },
    ],
    [{ other: 'x' }, {}],
  ])('%j', (search, read) => expect(policiesSearchSchema.parse(search)).toEqual(read))

  it.each([{ health: 'bad' }, { sort: 'rpo' }, { q: 'x'.repeat(201) }])(
    '%j is refused, not passed over',
    (search) => expect(policiesSearchSchema.safeParse(search).success).toBe(false),
  )

  it('leaves out what is taken away or empty', () => {
    const search = policiesSearchSchema.parse({ health: 'failed', q: 'gold', session: 'a' })
    expect(changeSearch(search, { health: [], q: '', session: undefined })).toEqual({})
  })

  it.each([
    [{}, false],
    [{ sort: 'name', session: 'a' }, false],
    [{ q: 'a' }, true],
    [{ health: ['ok' as const] }, true],
    [{ backupServerUid: ['a'] }, true],
  ])('%j is filtered: %s', (search, filtered) => expect(isFiltered(search)).toBe(filtered))
})
