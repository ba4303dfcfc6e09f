import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import { merge } from './merge.ts'
import { templateOf } from './template.ts'

const noNames = { vms: [], policies: [], backupServers: [], sessions: [], proxies: [] }
const templates = corpus.map(({ text, names }) => templateOf(text, names))

function outcome(merged: ReturnType<typeof merge>): string[] {
  return merged.map(({ id, lead, members }) => `${id} ${lead.text} ${members.length}`).toSorted()
}

describe('merge', () => {
  it.each<[string, string[], string[][]]>([
    ['nothing', [], []],
    [
      'kinds of names',
      ['Host esx-1 is lost', 'Host 10.0.0.1 is lost.'],
      [['Host ‹address› is lost', 'Host ‹host› is lost']].map((group) =>
        group.toSorted((a, b) => a.length - b.length),
      ),
    ],
    [
      'one and many',
      ['1 VM was lost', '2 VMs were lost'],
      [['‹number› VM was lost', '‹number› VMs were lost']],
    ],
    [
      'no words',
      ['The disk is full', 'The disk is lost'],
      [['The disk is full'], ['The disk is lost']],
    ],
  ])('%s', (_, texts, expected) => {
    const merged = merge(texts.map((text) => templateOf(text, noNames)))
    expect(merged.map(({ members }) => members.map(({ text }) => text))).toEqual(expected)
  })

  it('does not depend on the order', () => {
    const expected = outcome(merge(templates))
    const shuffled = fc.shuffledSubarray(templates, {
      minLength: templates.length,
      maxLength: templates.length,
    })
    fc.assert(
      fc.property(shuffled, (others) => {
        expect(outcome(merge(others))).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('gives a template the same id whatever else there is', () => {
    const idOf = new Map(
      merge(templates).flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
    )
    for (const template of templates) {
      expect(merge([template]).map(({ id }) => id)).toEqual([idOf.get(template)])
    }
  })
})
