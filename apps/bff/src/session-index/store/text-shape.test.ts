import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasShapeSign, textShape } from './text-shape.ts'

const piece = fc.oneof(
  fc.constantFrom(
    'processing ',
    'error: ',
    'vm-1',
    'a_b',
    '\\\\host\\x',
    ' ',
    '\n',
    '\u0001',
    '\u0003',
    'ü',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('the shape of a text', () => {
  it.each([
    [
      'processing mail error: host esx-01.lab is down',
      'processing \u0001 error: host \u0001 is down',
      'mail\u0003esx-01.lab\u0003\u0003',
    ],
    ['disk is  full', 'disk is  full', ''],
    ['srv_mail', '\u0001', 'srv_mail\u0003\u0003'],
    ['', '', ''],
  ])('of %j', (folded, skeleton, rest) => {
    expect(textShape(folded)).toEqual({ skeleton, rest })
  })

  it('has every run without white space in its skeleton or in its rest, and nothing else', () => {
    fc.assert(
      fc.property(text, text, (folded, other) => {
        const { skeleton, rest } = textShape(folded)
        const wanted = other.split(/\s+/).find((word) => word !== '' && !hasShapeSign(word))
        fc.pre(wanted !== undefined)
        const found = skeleton.includes(wanted ?? '') || rest.includes(wanted ?? '')
        expect(found).toBe(folded.includes(wanted ?? ''))
      }),
      { numRuns: 2000 },
    )
  })
})
