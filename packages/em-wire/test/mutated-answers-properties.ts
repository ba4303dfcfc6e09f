import fc from 'fast-check'
import { expect } from 'vitest'
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
} from '../src/em-wire.ts'
import { entityType, mutatedRow, mutatedText, recorded } from './mutated-answers.ts'

/** What every reader owes whatever EM sends, to be tried as often as one likes. */
export const properties = {
  'a recorded body that was cut, changed or decoded wrongly is read or explained': fc.property(
    entityType,
    mutatedText,
    fc.constantFrom(undefined, 'text/html', 'application/json', 'application/xml; charset=utf-16'),
    (type, text, contentType) => {
      const json = readJson(text)
      if (json.ok) readInEveryWay(type, json.value)
      else expect(json.problem).toMatch(/^The answer /)
      const { message, statusCode } = readErrorBody(text, contentType)
      expect(message.length).toBeLessThanOrEqual(500)
      expect(message).not.toMatch(/[\n\r\t\0]/)
      expect(statusCode === null || (statusCode >= 100 && statusCode < 600)).toBe(true)
      expectNoPollution()
    },
  ),
  'a row that was changed takes no other row with it': fc.property(mutatedRow, ({ type, text }) => {
    const { row, read } = recorded[type]
    const whole = JSON.stringify(row)
    const json = readJson(`{"Entities":{"Group":{"Group":[${whole},${text},${whole}]}}}`)
    expect(json.ok).toBe(true)
    const value = json.ok ? json.value : null
    readInEveryWay(type, value)
    const { items, problems } = readQueryAnswer(type, value)
    const leftOut = problems.filter((problem) => problem.row === 'left-out')
    expect(problems.every(({ index }) => index === 1)).toBe(true)
    expect(items.length + leftOut.length).toBe(3)
    expect([items[0], items.at(-1)]).toEqual([read, read])
    expectNoPollution()
  }),
}

/** Reads a body in every way there is and checks that whatever comes out is what the schemas say. */
function readInEveryWay(type: EntityTypeName, body: unknown) {
  const { items, problems } = readQueryAnswer(type, body)
  const schema = entitySchemas[type].strict()
  for (const item of items) expect(schema.safeParse(item).error).toBeUndefined()
  for (const { message } of problems) expect(message.length).toBeLessThan(300)
  for (const job of readCollectJobs(body).items) collectJobSchema.strict().parse(job)
  readLogon(body)
  readApiRoot(body)
}

/** Reads a body that holds no entity. */
export function readHostile(body: string) {
  const json = readJson(body)
  if (json.ok) expect(readQueryAnswer('CdpPolicy', json.value).items).toEqual([])
  else expect(json.problem.length).toBeLessThan(200)
  for (const contentType of [undefined, 'text/html', 'application/xml']) {
    const { message } = readErrorBody(body, contentType)
    expect(message.length).toBeLessThanOrEqual(500)
    expect(message).not.toContain('haha')
  }
}

function expectNoPollution() {
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(Reflect.get([], 'polluted')).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
}
