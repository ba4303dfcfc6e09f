import { parse, parseForEm } from '@cdp-watch/em-filter'
import { type Ground, goodValue } from './good-values.ts'
import { mutateText, nastyText } from './nasty-text.ts'
import type { Parameter, ValueSchema } from './operations.ts'
import type { Random } from './random.ts'
import { noSorts } from './some-sort.ts'
import { noTimes } from './some-time.ts'

const noIntegers = [
  '',
  ' 1',
  '1 ',
  '-1',
  '+1',
  '1.5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  'null',
  'true',
  '１',
  '1\0',
  '1,2',
  '[1]',
  '9'.repeat(30),
  '99999999999999999',
]
const noZones = [
  '',
  'Mars/Olympus',
  'Europe/Oslo;',
  '../etc/passwd',
  'UTC\0',
  'Z'.repeat(61),
  '+99:00',
]
const noTypes = ['', '*', 'CdpReplica', 'CdpPolicy,BackupServer', 'CdpPolicy ', '__proto__']
const noFields = [
  '',
  'Nope',
  'Name,State',
  'Name ',
  '__proto__',
  'constructor',
  'x'.repeat(41),
  'Näme',
]
const noCursors = ['', 'x', 'null', 'W10', 'e30', '{}', '%', 'x'.repeat(2001), 'A'.repeat(2000)]

const byName: Readonly<Record<string, (ground: Ground) => string>> = {
  type: ({ random }) => random.pick([...noTypes, nastyText(random, 50)]),
  filter: badFilter,
  sortAsc: ({ random }) => random.pick([...noFields, nastyText(random, 30)]),
  sortDesc: ({ random }) => random.pick([...noFields, nastyText(random, 30)]),
  zone: ({ random }) => random.pick(noZones),
  cursor: badCursor,
  failure: ({ random, world }) =>
    random.pick([
      '',
      `${random.pick(world.failureIds)} `,
      random.pick(world.failureIds).slice(0, -1),
      random.pick(world.failureIds).toUpperCase().replace(/^\d+/, 'x'),
      nastyText(random, 300),
      '1-0'.repeat(200),
    ]),
  // Beyond what the document tells: a NUL.
  q: ({ random }) => random.pick(['\0', 'a\0b', 'x'.repeat(201)]),
  facetText: ({ random }) => random.pick(['\0', 'x'.repeat(201), 'ß'.repeat(400)]),
}

/** A value that is certainly wrong for this parameter. */
export function badValue(ground: Ground, { name, schema }: Parameter): string {
  const known = byName[name]
  if (known) return known(ground)
  return misfit(ground.random, name, schema)
}

function misfit(random: Random, name: string, schema: ValueSchema): string {
  const { format, type, minimum = 0, maximum = 0 } = schema
  const { enum: members, minLength, maxLength = 0 } = schema.items ?? schema
  if (format === 'date-time') return random.pick(noTimes)
  if (type === 'integer') {
    return random.pick([...noIntegers, String(maximum + 1), String(minimum - 1)])
  }
  if (members) {
    const member = random.pick(members)
    return random.pick(['', `${member} `, `${member}s`, `\0${member}`, nastyText(random, 200)])
  }
  if (name === 'sort') return random.pick([...noSorts, nastyText(random, 100)])
  if (minLength === 1 && random.isTrue(0.5)) return ''
  return 'x'.repeat(maxLength + random.pick([1, 2, 5000]))
}

/** One that cannot be read; made out of one that can, if that is spoilt within a few tries. */
function badFilter(ground: Ground): string {
  const { random, operation, type } = ground
  const isRead = (text: string) =>
    operation.id === 'emQuery' ? parseForEm(text, type).ok : parse(text, 'CdpReplicaSession').ok
  const good = goodValue(ground, { in: 'query', name: 'filter', schema: { type: 'string' } })
  for (let tried = 0; tried < 5; tried += 1) {
    const spoilt = mutateText(random, good)
    if (!isRead(spoilt)) return spoilt
  }
  return random.pick([
    `${good};`,
    `(${good}`,
    `${good})`,
    `${good}"`,
    `Nope==1;${good}`,
    `${'('.repeat(60)}${good}${')'.repeat(60)}`,
    `Name=="${'x'.repeat(8000)}"`,
    'Name=="a\0b"',
    'CreationTimeUTC>="yesterday"',
    '\0',
  ])
}

/** One that was cut or changed, is of another question, or is none. */
function badCursor({ random, world }: Ground): string {
  const [page] = world.pages.length > 0 ? [random.pick(world.pages)] : []
  if (!page || random.isTrue(0.3)) return random.pick(noCursors)
  const { cursor } = page
  const spoilt = random.pick([
    cursor.slice(0, random.whole(1, cursor.length - 2)),
    withoutFields(cursor),
  ])
  return random.isTrue(0.5) ? spoilt : cursor
}

function withoutFields(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/"horizon":\d+/, '"horizon":-1')
  return Buffer.from(text).toString('base64url')
}
