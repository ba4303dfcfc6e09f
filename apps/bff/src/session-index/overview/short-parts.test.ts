import type { TextPart } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { shortParts } from './short-parts.ts'

const parts: TextPart[] = [
  { text: 'CDP proxy ', kind: null },
  { text: '‹name›', kind: 'name' },
  { text: ' lost 😀', kind: null },
]

it.each([
  [100, 'CDP proxy ‹name› lost 😀'],
  [24, 'CDP proxy ‹name› lost 😀'],
  [23, 'CDP proxy ‹name› lost…'],
  [16, 'CDP proxy ‹name›…'],
  [12, 'CDP proxy ‹n…'],
  [0, '…'],
])('keeps %i characters: %s', (most, text) => {
  const short = shortParts(parts, most)
  expect(short.map((part) => part.text).join('')).toBe(text)
  expect(
    short
      .map((part) => part.text)
      .join('')
      .isWellFormed(),
  ).toBe(true)
})
