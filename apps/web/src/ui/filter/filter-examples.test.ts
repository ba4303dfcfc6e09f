import { entityTypes, parseForEm } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { exampleAfter, filterExamples } from './filter-examples.ts'

describe('the examples', () => {
  it.each(entityTypes.flatMap((type) => filterExamples[type].map((text) => [type, text] as const)))(
    'of %s: %s can be asked of Enterprise Manager as it stands',
    (type, text) => {
      const parsed = parseForEm(text, type)
      expect(parsed.ok && parsed.text).toBe(text.replace(/^\((.*)\)$/, '$1'))
    },
  )
})

describe('exampleAfter', () => {
  it.each([
    ['', 'x'],
    ['  ', 'x'],
    ['a;', 'x'],
    ['a, ', 'x'],
    ['(', 'x'],
    ['Result=="Failed"', ';x'],
    ['(a)', ';x'],
  ])('after %j', (before, inserted) => expect(exampleAfter(before, 'x')).toBe(inserted))
})
