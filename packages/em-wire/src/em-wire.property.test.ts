import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  collectJobSchema,
  type EntityTypeName,
  entitySchemas,
  readApiRoot,
  readCollectJobs,
  readErrorBody,
  readJson,
  readLogon,
  readQueryAnswer,
} from './em-wire.ts'
import {
  sampleBackupServer,
  samplePolicy,
  sampleQueryAnswer,
  sampleSession,
  sampleTask,
  withKeys,
} from './sample-answers.ts'

const samples: Record<EntityTypeName, object> = {
  CdpReplicaSession: sampleSession,
  CdpReplicaTaskSession: sampleTask,
  CdpPolicy: samplePolicy,
  BackupServer: sampleBackupServer,
}
const entityType = fc.constantFrom<EntityTypeName>(
  'CdpReplicaSession',
  'CdpReplicaTaskSession',
  'CdpPolicy',
  'BackupServer',
)

/** Reads a body in every way there is and checks that whatever comes out is what the schemas say. */
function readInEveryWay(type: EntityTypeName, body: unknown) {
  const { items, page, problems } = readQueryAnswer(type, body)
  const schema = entitySchemas[type].strict()
  for (const item of items) expect(schema.parse(item)).toEqual(item)
  for (const { index, message } of problems) {
    expect(index).toBeGreaterThanOrEqual(0)
    expect(message.length).toBeGreaterThan(0)
    expect(message.length).toBeLessThan(300)
  }
  expect(page === null || Number.isSafeInteger(page.number)).toBe(true)
  for (const job of readCollectJobs(body).items) {
    expect(collectJobSchema.strict().parse(job)).toEqual(job)
  }
  readLogon(body)
  readApiRoot(body)
}

const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('', '0001-01-01T00:00:00', '-1', 'NaN', 1e308, -0, [], {}, null),
)

/** A sample row of which some fields are odd, missing or joined by hostile keys. */
const oddRow = entityType.chain((type) => {
  const keys = [...Object.keys(samples[type]), '__proto__', 'constructor', 'sessionType']
  return fc.tuple(
    fc.constant(type),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), oddValue), { maxLength: 6 })
      .map((changes) => ({ ...samples[type], ...Object.fromEntries(changes) })),
  )
})

describe('whatever EM sends', () => {
  it('any JSON value is read without throwing, into what the schemas describe', () => {
    fc.assert(fc.property(entityType, fc.jsonValue({ maxDepth: 6 }), readInEveryWay))
  })

  it('so is a row with odd values, in any envelope, and never takes the others with it', () => {
    fc.assert(
      fc.property(oddRow, fc.nat({ max: 3 }), ([type, row], shape) => {
        const rows = [samples[type], row, samples[type]]
        const group = 'cdpGroup'
        const bodies = [rows, { [group]: rows }, sampleQueryAnswer(group, rows), { entities: rows }]
        readInEveryWay(type, row)
        readInEveryWay(type, bodies[shape])
        const { items, problems } = readQueryAnswer(type, bodies[shape])
        const leftOut = problems.filter((problem) => problem.row === 'left-out')
        expect(items.length + leftOut.length).toBe(3)
        expect(items.length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('the case of keys changes nothing', () => {
    fc.assert(
      fc.property(
        entityType,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 97 }),
        (type, bits) => {
          let used = 0
          const randomCase = (key: string) =>
            [...key]
              .map((letter) =>
                bits[used++ % bits.length] ? letter.toUpperCase() : letter.toLowerCase(),
              )
              .join('')
          const answer = sampleQueryAnswer('cdpReplicaSessions', [samples[type], samples[type]])
          const read = readQueryAnswer(type, answer)
          expect(read.items).toHaveLength(2)
          expect(readQueryAnswer(type, withKeys(answer, randomCase))).toEqual(read)
        },
      ),
    )
  })

  it('a text that was cut, changed or added to is read or explained', () => {
    const texts = Object.values(samples).map((row) =>
      JSON.stringify(sampleQueryAnswer('cdpReplicaSessions', [row])),
    )
    const xml = '<?xml version="1.0"?><Error Message="a &amp; b" StatusCode="500"><X>c</X></Error>'
    const html =
      '<!DOCTYPE html><html><head><title>502</title></head><body><p>Bad</p></body></html>'
    fc.assert(
      fc.property(
        entityType,
        fc.constantFrom(...texts, xml, html),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 40 }),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('"', '<', '>', '&#', '{', '\\', '\uFEFF'),
        ),
        (type, text, place, removed, added) => {
          const at = Math.floor(place * text.length)
          const mutated = text.slice(0, at) + added + text.slice(at + removed)
          const json = readJson(mutated)
          if (json.ok) readInEveryWay(type, json.value)
          else expect(json.problem).toMatch(/^The answer /)
          for (const contentType of [undefined, 'text/html', 'application/json']) {
            const error = readErrorBody(mutated, contentType)
            expect(error.message.length).toBeLessThanOrEqual(500)
          }
        },
      ),
    )
  })

  it('any text is an error body of some form, with a message of bounded length on one line', () => {
    const markup = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom(
          '<',
          '</',
          '/>',
          '>',
          '="',
          "'",
          '<!--',
          '<![CDATA[',
          '<?',
          '&amp;',
          '&#x',
          '<script>',
          '<html>',
          '<Error ',
          'Message=',
          '\uFEFF',
        ),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(markup, fc.option(fc.string(), { nil: undefined }), (pieces, contentType) => {
        const { form, message, statusCode } = readErrorBody(pieces.join(''), contentType)
        expect(['json', 'xml', 'html', 'text', 'empty']).toContain(form)
        expect(message.length).toBeLessThanOrEqual(500)
        expect(message).not.toMatch(/[\n\r\t]/)
        expect(statusCode === null || (statusCode >= 100 && statusCode < 600)).toBe(true)
      }),
    )
  })
})
