import type { SessionDetail } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { keptOf, keptTextsOf, whyOfTexts } from './kept-texts.ts'
import { nameSetOf } from './name-set.ts'

type Kept = SessionDetail['failureTexts'][number]

const names = nameSetOf([])
const keptText = (text: string, differing: Partial<Kept> = {}): Kept => ({
  text,
  parts: [{ text, kind: null }],
  groupId: `1-${text.length}`,
  group: { sessions: 3, policies: 2, firstSeenUTC: '2026-11-03T01:00:00.000Z' },
  source: 'tasks',
  health: 'failed',
  vms: [],
  ...differing,
})
const causeOf = (text: string, ...vms: string[]) => ({
  text,
  vms: vms.map((vm) => ({ vm, health: 'failed' as const, standing: 'now' as const })),
})

describe('whyOfTexts', () => {
  it('gives each text with its VMs, worst first', () => {
    const why = whyOfTexts(
      [keptText('slow', { health: 'warning', vms: ['c'] }), keptText('lost', { vms: ['a', 'b'] })],
      names,
    )
    expect(why).toMatchObject({
      kind: 'vm-reasons',
      groups: [
        { lead: { text: 'lost', worst: { health: 'failed', standing: 'now' } } },
        { lead: { text: 'slow' } },
      ],
      silent: [],
    })
  })

  it.each([
    ['none', []],
    ["the session's own", [keptText('x', { source: 'session' })]],
  ])('is nothing without texts of VMs: %s', (_, texts) =>
    expect(whyOfTexts(texts, names)).toBeUndefined(),
  )
})

describe('keptOf', () => {
  const kept = keptTextsOf([
    keptText('Connection was lost.', { source: 'session' }),
    keptText('Processing sql-07 Error: full', { vms: ['sql-07', 'sql-08'] }),
    keptText('not grouped yet', { groupId: null, group: null }),
  ])

  it.each([
    ['the same text', [causeOf('Connection was lost.')], 'Connection was lost.'],
    ['other white space', [causeOf(' Connection  was lost.')], 'Connection was lost.'],
    [
      'the name of another VM',
      [causeOf('Processing sql-08 Error: full', 'sql-08')],
      'Processing sql-07 Error: full',
    ],
    [
      'a text alike that is known where the first is not',
      [causeOf('another'), causeOf('Connection was lost.', 'sql-09')],
      'Connection was lost.',
    ],
    ['a text that is not known', [causeOf('another', 'sql-07')], undefined],
    ['a text whose group is not known', [causeOf('not grouped yet')], undefined],
  ])('finds %s', (_, causes, expected) => {
    expect(keptOf(kept, causes)?.text).toBe(expected)
  })
})
