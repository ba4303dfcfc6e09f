import type { Random } from './random.ts'

const pieces = [
  '"',
  '""',
  "'",
  ';',
  ',',
  '(',
  ')',
  '==',
  '\\',
  '\r\n',
  '\n',
  '\t',
  '%',
  '%00',
  '%zz',
  '+',
  '&',
  '#',
  '?',
  '/',
  '../',
  '*',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '<script>',
  '-- ',
  "' OR 1=1",
  'NULL',
  'MATCH',
  'NEAR(',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0301',
  'ß',
  'İ',
  'ﬁ',
  'ｆｕｌｌ',
  '日本語',
  '👩‍👩‍👧',
  '\u{10ffff}',
  '\u0001',
  '\u007f',
  'x'.repeat(50),
]

/** A text that something may trip over; without a NUL, which most refuse. At most `most` UTF-16 units, at least one. */
export function nastyText(random: Random, most: number): string {
  let text = random.pick(pieces)
  while (random.isTrue(0.6)) text += random.pick(pieces)
  return text.slice(0, most).toWellFormed()
}

/** A text with a few characters taken out, put in, doubled or changed in case. */
export function mutateText(random: Random, text: string): string {
  let mutated = text
  for (let count = random.whole(1, 3); count > 0; count -= 1) {
    const at = random.whole(0, mutated.length)
    const end = Math.min(mutated.length, at + random.whole(0, 5))
    const between = random.pick([
      '',
      nastyText(random, 20),
      mutated.slice(at, end).repeat(2),
      mutated.slice(at, end).toUpperCase(),
    ])
    mutated = mutated.slice(0, at) + between + mutated.slice(end)
  }
  return mutated.toWellFormed()
}
