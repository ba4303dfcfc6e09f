import { describe, expect, it } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import { namesInText } from './names-in-text.ts'
import { templateOf } from './template.ts'
import { templateParts, textParts } from './text-parts.ts'

const names = {
  vms: ['sql-07', 'web-12'],
  policies: ['Gold'],
  backupServers: ['vbr-01'],
  sessions: [],
  proxies: [],
}
const joined = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe('the parts of a text', () => {
  it.each([
    ['', []],
    ['All is lost', [['All is lost', null]]],
    [
      'SQL-07 of policy Gold is lost.',
      [
        ['SQL-07', 'VM'],
        [' of policy ', null],
        ['Gold', 'policy'],
        [' is lost.', null],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(textParts(text, names).map((part) => [part.text, part.kind])).toEqual(expected)
  })

  it('joined are the text, and of the kinds that its template has', () => {
    for (const { text, names: known } of corpus) {
      const parts = textParts(text, known)
      const kinds = parts.flatMap(({ kind }) => (kind === null ? [] : [kind]))
      expect(joined(parts)).toBe(text)
      expect(kinds).toEqual(templateOf(text, known).variables.map(({ kind }) => kind))
    }
  })
})

describe('the parts of a template', () => {
  it.each([
    ['The disk is full', [['The disk is full', null]]],
    [
      '‹VM› on ‹host›‹number› ‹other›',
      [
        ['‹VM›', 'VM'],
        [' on ', null],
        ['‹host›', 'host'],
        ['‹number›', 'number'],
        [' ‹other›', null],
      ],
    ],
  ])('%j', (template, expected) => {
    const parts = templateParts(template)
    expect(parts.map(({ text, kind }) => [text, kind])).toEqual(expected)
    expect(joined(parts)).toBe(template)
  })
})

describe('the names in a text', () => {
  it('leave out VMs that are not in it, and make no other template', () => {
    const many = Array.from({ length: 300 }, (_, index) => `srv-${index}`)
    for (const { text, names: known } of corpus.slice(0, 100)) {
      const all = { ...known, vms: [...known.vms, ...many] }
      const few = namesInText(text, all)
      expect(few.vms.length).toBeLessThan(all.vms.length)
      expect(templateOf(text, few)).toEqual(templateOf(text, all))
    }
  })
})
