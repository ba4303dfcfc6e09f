import { describe, expect, it } from 'vitest'
import { readAnswer } from './em-answer.ts'

const session = { UID: 'a', Name: 'p@1', CreationTimeUTC: '2026-06-15T12:00:00Z', State: 'Working' }
const answer = (...rows: unknown[]) =>
  JSON.stringify({ Entities: { CdpReplicaSessions: { CdpReplicaSessions: rows } } })

describe('an answer', () => {
  it.each([
    ['an empty one', answer(), 0],
    [
      'one of v13',
      JSON.stringify({ entities: { cdpReplicaSessions: { cdpReplicaSessions: [session] } } }),
      1,
    ],
    ['one behind a byte order mark', `\uFEFF${answer(session)}`, 1],
    ['one with a row that cannot be read', answer(session, { UID: 'b' }, 7), 1],
    ['one of which only the UID can be read', answer({ UID: 'b' }), 0],
  ])('%s is read', (_name, text, rows) => {
    expect(readAnswer('CdpReplicaSession', text).items).toHaveLength(rows)
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<!DOCTYPE html><html><title>Portal</title></html>'],
    ['half of it', answer(session).slice(0, 60)],
    ['XML', '<Error Message="no"/>'],
    ['null', 'null'],
    ['a number', '7'],
    ['the answer of something else', '{"status":"ok"}'],
    ['rows that are none', answer(1, 2)],
  ])('%s is refused', (_name, text) => {
    expect(() => readAnswer('CdpReplicaSession', text)).toThrow(
      expect.objectContaining({ code: 'em-bad-answer' }),
    )
  })
})
