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

/** A text that is one piece over and over, but for how it begins and ends. */
interface LongText {
  readonly before: string
  readonly piece: string
  readonly after: string
}

function ofLength({ before, piece, after }: LongText, length: number): string {
  return before + piece.repeat(Math.ceil(length / piece.length)) + after
}

/** How many times as long four times the text takes, by processor time, as the machine does other things too. */
function ratio(long: LongText, names: KnownNames): number {
  const text = ofLength(long, 10_000)
  const longText = ofLength(long, 40_000)
  const begun = cpuUs()
  let times = 0
  for (; times % 4 > 0 || cpuUs() - begun < leastUs; times += 1) templateOf(text, names)
  const between = cpuUs()
  for (let time = 0; time < times / 4; time += 1) templateOf(longText, names)
  return (4 * (cpuUs() - between)) / (between - begun)
}

/** The same; measured anew where it looks like more than it can be. */
function growth(long: LongText, names: KnownNames): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 8 && least >= mostGrowth; attempt += 1) {
    least = Math.min(least, ratio(long, names))
  }
  return least
}

/** In proportion to the length it is 4; if each step cost more with the length it would be 16. */
const mostGrowth = 9

describe('the time', () => {
  const names = { ...noNames, vms: ['sql-07', 'a', 'a b', '日本'], proxies: ['1 s', 'a.B'] }
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
    expect(growth({ before: '', piece, after: '' }, names)).toBeLessThan(mostGrowth)
  })

  // What only its end tells to be none must not be looked at up to there from each of its parts.
  it.each<[what: string, LongText]>([
    ['a number', { before: '', piece: '1.', after: '1a' }],
    ['a number in groups', { before: '', piece: '1,', after: '1a' }],
    ['a host', { before: '', piece: 'a.', after: '1' }],
    ['an account', { before: '', piece: 'a-', after: '@' }],
    ['a quotation', { before: '"', piece: 'a ', after: '.' }],
    ['an address', { before: '[', piece: 'a:', after: 'x' }],
    ['a path', { before: 'c:\\', piece: 'a b ', after: '"' }],
    ['a list', { before: '', piece: '1, ', after: 'and 7' }],
    ['nested causes', { before: '', piece: '(A b c d ', after: ')' }],
    ['causes in a list', { before: 'A b c. (A b c', piece: '., 1', after: ')' }],
  ])('is in proportion to the length of what might be %s', (_, long) => {
    expect(growth(long, names)).toBeLessThan(mostGrowth)
  })

  it('is in proportion to the length of a text of any of these, however it begins and ends', () => {
    const some = (minLength: number, maxLength: number) =>
      fc
        .array(fc.constantFrom(...repeated), { minLength, maxLength })
        .map((parts) => parts.join(''))
    const long = fc.record({ before: some(0, 2), piece: some(2, 6), after: some(0, 2) })
    fc.assert(
      fc.property(long, (any) => {
        expect(growth(any, names)).toBeLessThan(mostGrowth)
      }),
      { numRuns: 60 },
    )
  })
})
