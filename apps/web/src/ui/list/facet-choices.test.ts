import { describe, expect, it } from 'vitest'
import { facetChoices, namedChoices } from './facet-choices.ts'

describe('facetChoices', () => {
  const usual = ['Failed', 'OK']
  const others = ['Rare']
  it.each([
    ['usual ones always', { Failed: 3 }, [], ['Failed 3', 'OK 0']],
    ['others where there are some', { Rare: 2 }, [], ['Failed 0', 'OK 0', 'Rare 2']],
    ['others that are chosen', {}, ['Rare'], ['Failed 0', 'OK 0', 'Rare 0']],
    [
      'what nobody foresaw, in order',
      { Zeta: 1, Beta: 1 },
      [],
      ['Failed 0', 'OK 0', 'Beta 1', 'Zeta 1'],
    ],
    ['no counts before they are known', undefined, [], ['Failed undefined', 'OK undefined']],
  ])('%s', (_name, counts, chosen, lines) => {
    const choices = facetChoices(usual, others, counts, chosen)
    expect(choices.map(({ value, count }) => `${value} ${count}`)).toEqual(lines)
  })
})

describe('namedChoices', () => {
  it('tells those of one name apart, and leaves out what has no UID to filter by', () => {
    const choices = namedChoices([
      { uid: 'urn:veeam:CdpPolicy:aaaa-1111', name: 'Gold', count: 3 },
      { uid: 'urn:veeam:CdpPolicy:aaaa-2222', name: 'Gold', count: 2 },
      { uid: 'urn:veeam:CdpPolicy:aaaa-3333', name: 'Web', count: 2 },
      { uid: '', name: 'nobody', count: 1 },
    ])
    expect(choices.map(({ label }) => label)).toEqual(['Gold · 1111', 'Gold · 2222', 'Web'])
  })
})
