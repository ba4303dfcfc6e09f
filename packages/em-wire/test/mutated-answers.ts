import fc from 'fast-check'
import type { EntityOf, EntityTypeName } from '../src/em-wire.ts'
import {
  readSampleBackupServer,
  readSamplePolicy,
  readSampleSession,
  readSampleTask,
  sampleBackupServer,
  samplePolicy,
  sampleQueryAnswer,
  sampleSession,
  sampleTask,
  withPascalKeys,
} from '../src/sample-answers.ts'

/** Recorded rows of each type, and what they are read as. */
export const recorded: { readonly [T in EntityTypeName]: { row: object; read: EntityOf<T> } } = {
  CdpReplicaSession: { row: sampleSession, read: readSampleSession },
  CdpReplicaTaskSession: { row: sampleTask, read: readSampleTask },
  CdpPolicy: { row: samplePolicy, read: readSamplePolicy },
  BackupServer: { row: sampleBackupServer, read: readSampleBackupServer },
}

export const entityType = fc.constantFrom<EntityTypeName>(
  'CdpReplicaSession',
  'CdpReplicaTaskSession',
  'CdpPolicy',
  'BackupServer',
)

/** Bodies as EM sends them: answers of both versions, its errors in XML and JSON, a gateway's page. */
const bodies: readonly string[] = [
  ...Object.values(recorded).flatMap(({ row }) => {
    const answer = sampleQueryAnswer('cdpReplicaSessions', [row, row])
    return [JSON.stringify(answer), JSON.stringify(withPascalKeys(answer), null, 1)]
  }),
  '<?xml version="1.0" encoding="utf-8"?><Error xmlns="http://www.veeam.com/ent/v1.0" Message="Filter &quot;a&quot; &amp; &#x41; is wrong" StatusCode="500"><FirstChanceExceptionMessage><![CDATA[<none>]]></FirstChanceExceptionMessage><StackTrace /></Error>',
  '{"Message":"Not found","StatusCode":404,"FirstChanceExceptionMessage":null,"StackTrace":null}',
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad</h1></body></html>',
]

const inserted = fc.constantFrom(
  '\uFEFF',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '[[[[',
  ']]>',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#x110000;',
  '&#xD800;',
  '1e999',
  '"__proto__":{"polluted":1},',
  '"uid":null,',
  '\0',
)

interface Change {
  place: number
  bytes: Buffer
  removed: number
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 400 })),
  bytes: fc.oneof(
    inserted.map((text) => Buffer.from(text)),
    fc.uint8Array({ max: 255, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  ),
})

/** Recorded bodies with bytes taken out and put in, cut off, or in another encoding, as they are decoded. */
export const mutatedText: fc.Arbitrary<string> = fc
  .record({
    body: fc.constantFrom(...bodies),
    changes: fc.array(change, { maxLength: 4 }),
    kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'utf16le', 'latin1'),
  })
  .map(({ body, changes, kept, encoding }) => {
    let bytes = Buffer.from(body, encoding === 'utf16le' ? 'utf16le' : 'utf8')
    for (const { place, removed, bytes: added } of changes) {
      const at = Math.floor(place * bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)])
    }
    const whole = bytes.subarray(0, Math.ceil(kept * bytes.length))
    return whole.toString(encoding === 'latin1' ? 'latin1' : 'utf8')
  })

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** JSON texts that take the place of a value. */
const oddValue = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc.constantFrom(
    '""',
    'null',
    '{}',
    '[]',
    '-1',
    '1e308',
    '"0001-01-01T00:00:00"',
    '"9999-12-31T23:59:59.9999999Z"',
    '"\\ud800"',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    nested(50_000),
    JSON.stringify('x'.repeat(300_000)),
  ),
)

/** The JSON text of a recorded row in which fields have odd values, stand twice, or are joined by hostile ones. */
export const mutatedRow: fc.Arbitrary<{ type: EntityTypeName; text: string }> = entityType.chain(
  (type) => {
    const own = Object.keys(recorded[type].row)
    const name = fc.constantFrom(
      ...own,
      ...own.map((key) => key.toUpperCase()),
      '__proto__',
      'constructor',
      'toString',
    )
    const fields = fc.array(fc.tuple(name, oddValue), { minLength: 1, maxLength: 4 })
    return fc.tuple(fields, fc.boolean()).map(([changes, isFirst]) => {
      const added = changes.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')
      const row = JSON.stringify(recorded[type].row).slice(1, -1)
      return { type, text: isFirst ? `{${added},${row}}` : `{${row},${added}}` }
    })
  },
)
