import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete, encode, entityTypes, parse, print, tokenize } from './em-filter.ts'
import { lexemesOf } from './lexeme.ts'

/** Texts that are nearly filters, and any others, lone surrogates and NUL among them. */
const anyInput = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        'Result',
        'State',
        'TotalSize',
        '==',
        '~=',
        '=',
        '"',
        '""',
        'Failed',
        '"Failed"',
        ';',
        ',',
        '(',
        ')',
        ' ',
        '\0',
        '\ud800',
        'é',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

const numRuns = 1000

describe('any text', () => {
  it('is covered by its tokens', () => {
    fc.assert(
      fc.property(anyInput, (text) => {
        let end = 0
        for (const token of tokenize(text)) {
          expect(token.start).toBe(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBe(text.length)
      }),
      { numRuns },
    )
  })

  it('is parsed or refused with offsets within it, never thrown at', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...entityTypes), (text, type) => {
        const parsed = parse(text, type)
        if (parsed.ok) {
          const again = parse(print(parsed.tree), type)
          expect(again).toEqual(parsed)
          expect(() => encode(print(parsed.tree))).not.toThrow()
          return
        }
        expect(parsed.errors.length).toBeGreaterThan(0)
        for (const { start, end, message } of parsed.errors) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(text.length).toBeGreaterThanOrEqual(end)
          expect(message.isWellFormed()).toBe(true)
        }
      }),
      { numRuns },
    )
  })

  it('can be completed at any place', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(40), fc.constantFrom(...entityTypes), (text, cursor, type) => {
        const { from, to } = complete(text, cursor, type)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(text.length).toBeGreaterThanOrEqual(to)
      }),
      { numRuns },
    )
  })
})

describe('time for a text eight times as long', () => {
  const pieces = [
    'Port==1;',
    '"',
    '""',
    '""a',
    'a',
    'a ',
    '=',
    '(',
    ')',
    '(a',
    ';',
    'Id==""x""',
    'é',
    'Id=="a",',
    '(Id==a),',
  ]

  const shortest = (work: () => unknown): number => {
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 15; run += 1) {
      const start = performance.now()
      for (let repeat = 0; repeat < 5; repeat += 1) work()
      best = Math.min(best, performance.now() - start)
    }
    return best
  }

  const mostRatio = 40
  const mostTries = 6

  /** Linear work gives a ratio near 8, quadratic work one near 64. A busy machine makes it greater, hardly ever each time. */
  const expectLinear = (length: number, piece: string, work: (text: string) => unknown): void => {
    const text = (of: number) => piece.repeat(Math.ceil(of / piece.length)).slice(0, of)
    const [short, long] = [text(length), text(8 * length)]
    const ratio = () =>
      shortest(() => work(long)) /
      Math.max(
        shortest(() => work(short)),
        0.02,
      )
    let least = ratio()
    for (let tries = 1; least >= mostRatio && tries < mostTries; tries += 1) {
      least = Math.min(least, ratio())
    }
    expect(least).toBeLessThan(mostRatio)
  }

  it.each(pieces)('%j is at most linear to parse', (piece) => {
    expectLinear(1000, piece, (text) => parse(text, 'BackupServer'))
  })

  it.each(pieces)('%j is at most linear to cut into lexemes', (piece) => {
    expectLinear(8000, piece, lexemesOf)
  })
})
