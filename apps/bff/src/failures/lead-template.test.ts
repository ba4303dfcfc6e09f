import { expect, it } from 'vitest'
import { compareTemplates } from './lead-template.ts'

it.each<[string, string[], string]>([
  ['the shortest', ['‹number› VMs were lost', '‹number› VM was lost'], '‹number› VM was lost'],
  [
    'of those of one length the first by its characters',
    ['Host ‹name› is lost', 'HOST ‹name› is lost'],
    'HOST ‹name› is lost',
  ],
  ['the only one', ['The disk is full'], 'The disk is full'],
])('%s stands for its group, whatever came first', (_, texts, lead) => {
  for (const order of [texts, texts.toReversed()]) {
    expect(order.map((text) => ({ text })).toSorted(compareTemplates)[0]?.text).toBe(lead)
  }
})
