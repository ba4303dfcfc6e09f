import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import type { KnownNames } from './scan/known-names.ts'
import { templateOf } from './template.ts'

/** What the scanner looks for, and what could lead it astray. */
const pieces = [
  ...[
    'sql-07',
    'Gold DB',
    '‹VM›',
    '‹',
    '"',
    "'",
    '`',
    '“',
    '”',
    '„',
    '«',
    '»',
    '「',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
  ],
  ...[
    '.',
    ',',
    ':',
    '::',
    ';',
    '-',
    '--',
    '_',
    '/',
    '\\',
    '\\\\',
    '=',
    '@',
    '%',
    '$',
    '<',
    '>',
    ' ',
    '\n',
    '\r\n',
    '\t',
  ],
  ...[
    '10.0.0.1',
    'fe80::1',
    '00:50:56:aa:bb:cc',
    '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    'urn:a:',
    'http://',
    'C:\\',
    '/a/b',
    'a.b',
    'a.B',
  ],
  ...[
    '5',
    '1,',
    '5 s',
    '1d',
    '2026-11-22',
    '01:00:08',
    'Nov 22, 2026',
    'jan ',
    'mon, ',
    '0x800401fd',
    '-2147212302',
    'error ',
    'code: ',
  ],
  ...[
    'Processing ',
    ' Error:',
    'connection to backup proxy ',
    'data sovereignty violation: target ',
    ' location ',
    '. (A b c d., A b c e.)',
    'A b c: ',
  ],
  ...[
    '日',
    '本',
    'に',
    'א',
    'ب',
    'é',
    'e\u0301',
    'ß',
    'İ',
    'ſ',
    '한',
    '😀',
    '\ud83d',
    '\u200f',
    '\u0000',
    '٤',
    '½',
  ],
]
const structured = fc
  .array(fc.constantFrom(...pieces), { maxLength: 80 })
  .map((parts) => parts.join(''))
const anyText = fc.oneof(
  structured,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const someNames = fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...pieces)), {
  maxLength: 4,
})
const anyNames = fc.record({
  vms: someNames,
  policies: someNames,
  backupServers: someNames,
  sessions: someNames,
  proxies: someNames,
})
const noNames = { vms: [], policies: [], backupServers: [], sessions: [], proxies: [] }

describe('the template of any text', () => {
  it('has variables in order, within the text, none empty, none overlapping', () => {
    fc.assert(
      fc.property(anyText, anyNames, (text, names) => {
        let end = 0
        for (const variable of templateOf(text, names).variables) {
          expect(variable.start).toBeGreaterThanOrEqual(end)
          expect(variable.end).toBeGreaterThan(variable.start)
          end = variable.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('is one line, and the same for the same text', () => {
    fc.assert(
      fc.property(anyText, anyNames, (text, names) => {
        const template = templateOf(text, names)
        expect(template.text).not.toMatch(/\n| {2}/)
        expect(templateOf(text, names)).toEqual(template)
      }),
      { numRuns: 1000 },
    )
  })

  it('does not depend on case, blanks and marks at the ends', () => {
    const around = fc.constantFrom('', ' ', '\n', '.', '!', ' .', '\r\n\r\n')
    const known = fc.constantFrom(...corpus)
    fc.assert(
      fc.property(known, around, around, ({ text, names }, before, after) => {
        const { key } = templateOf(text, names)
        expect(templateOf(`${before}${text}${after}`, names).key).toBe(key)
        expect(templateOf(text.replaceAll(' ', '  '), names).key).toBe(key)
      }),
      { numRuns: 1000 },
    )
  })
})

/** What this thread has used of processors so far, in microseconds; the kernel counts in steps of milliseconds. */
function cpuUs(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

const leastUs = 40_000

/** How many times as long four times the text takes, by processor time, as the machine does other things too. */
function ratio(text: string, names: KnownNames): number {
  const longText = text.repeat(4)
  const begun = cpuUs()
  let times = 0
  for (; times % 4 > 0 || cpuUs() - begun < leastUs; times += 1) templateOf(text, names)
  const between = cpuUs()
  for (let time = 0; time < times / 4; time += 1) templateOf(longText, names)
  return (4 * (cpuUs() - between)) / (between - begun)
}

/** The same; measured anew where it looks like more than it can be. */
function growth(text: string, names: KnownNames): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 8 && least >= mostGrowth; attempt += 1) {
    least = Math.min(least, ratio(text, names))
  }
  return least
}

/** In proportion to the length it is 4; if each step cost more with the length it would be 16. */
const mostGrowth = 9

describe('the time', () => {
  const names = { ...noNames, vms: ['sql-07', 'a', 'a b', '日本'], proxies: ['1 s', 'a.B'] }
  const longOf = (parts: readonly string[]) => {
    const piece = parts.join('')
    return piece.repeat(Math.ceil(10_000 / piece.length))
  }
  const repeated = [
    ...pieces.filter((piece) => piece !== ''),
    ...[
      'a.B.',
      '1:',
      '1/',
      "'a ",
      '“«„‘',
      'א1',
      '日1',
      'a b/',
      'x@',
      'x\\',
      '(A b c d., ',
      'Processing x ',
      '1 and ',
      '[a',
      '‹a',
      '"a ',
      'aa-',
      '((',
      'A: b c ',
    ],
  ]

  it.each(repeated)('is in proportion to the length of a text of %j', (piece) => {
    expect(growth(longOf([piece]), names)).toBeLessThan(mostGrowth)
  })

  it('is in proportion to the length of a text of any of these', () => {
    const parts = fc.array(fc.constantFrom(...repeated), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(parts, (several) => {
        expect(growth(longOf(several), names)).toBeLessThan(mostGrowth)
      }),
      { numRuns: 60 },
    )
  })
})
