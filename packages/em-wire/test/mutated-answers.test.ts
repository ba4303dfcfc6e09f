import fc from 'fast-check'
import { describe, it } from 'vitest'
import { hostileBodies } from './hostile-bodies.ts'
import { properties, readHostile } from './mutated-answers-properties.ts'

describe('whatever becomes of what EM sends', () => {
  it.each(Object.entries(properties))('%s', (_name, property) => {
    fc.assert<unknown>(property, { numRuns: 250 })
  })
})

describe('a hostile body', () => {
  it.each(hostileBodies(100_000))('costs no more than its length: %s', (_name, body) => {
    readHostile(body)
  })
})
