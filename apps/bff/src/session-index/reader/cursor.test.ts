import { describe, expect, it } from 'vitest'
import { BadCursor } from '../store/session-store.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'

const cursor: Cursor = {
  horizon: 9,
  seq: 7,
  position: 100,
  sortedBy: [1795136400001, -1],
  digest: 'd',
}
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

it('is read as it was written', () => {
  expect(readCursor(writeCursor(cursor), 'd')).toEqual(cursor)
})

describe('refused', () => {
  const cases: readonly [string, string][] = [
    ['nothing', ''],
    ['no JSON', 'abc'],
    ['JSON that is no cursor', encoded({})],
    ['a cursor with more in it', encoded({ ...cursor, more: 1 })],
    ['a place that is none', encoded({ ...cursor, position: -1 })],
    ['one of another selection', encoded({ ...cursor, digest: 'e' })],
  ]
  it.each(cases)('%s', (_, text) => {
    expect(() => readCursor(text, 'd')).toThrow(BadCursor)
  })
})
