import fc from 'fast-check'
import { describe, it } from 'vitest'
import { hostileBodies } from './hostile-bodies.ts'
import { properties, readHostile } from './mutated-answers-properties.ts'

describe('whatever becomes of what EM sends, many times over', () => {
  it.each(Object.entries(properties))('%s', (_name, property) => {
    fc.assert<unknown>(property, { numRuns: 4_000 })
  })
})

// What looks at a piece again for each of its parts would take hours.
it.each(hostileBodies(2_000_000))('a hostile body of two megabytes is read: %s', (_name, body) => {
  readHostile(body)
})
