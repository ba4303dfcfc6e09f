import { describe, expect, it } from 'vitest'
import {
  condition,
  type FilterErrorCode,
  maxFilterDepth,
  maxFilterLength,
  parse,
  parseForEm,
} from './em-filter.ts'

const session = 'CdpReplicaSession'
const task = 'CdpReplicaTaskSession'

describe('errors', () => {
  const cases: readonly [string, FilterErrorCode, number, number][] = [
    ['Resutl=="Failed"', 'unknown-field', 0, 6],
    ['State==Working;uid==a', 'unknown-field', 15, 18],
    ['"Result"=="Failed"', 'missing-field', 0, 8],
    ['=="Failed"', 'missing-field', 0, 2],
    ['Ré=="Failed"', 'unexpected-character', 1, 2],
    ['Re😀=="Failed"', 'unexpected-character', 2, 4],
    ['Result', 'missing-operator', 6, 6],
    ['Result "Failed"', 'missing-operator', 6, 6],
    ['Result="Failed"', 'unknown-operator', 6, 7],
    ['Result=>"Failed"', 'unknown-operator', 6, 8],
    ['Result <> "Failed"', 'unknown-operator', 7, 9],
    ['Result~="Fail"', 'operator-not-allowed', 6, 8],
    ['Id>"a"', 'operator-not-allowed', 2, 3],
    ['Result==', 'missing-value', 8, 8],
    ['Result == ;State==Working', 'missing-value', 9, 9],
    ['(Result==)', 'missing-value', 9, 9],
    ['PolicyName=="Gold', 'unterminated-quote', 12, 17],
    ['PolicyName=="Gold""', 'unterminated-quote', 12, 19],
    ['Result=="Failed";"', 'unterminated-quote', 17, 18],
    ['Result=="Failed""', 'unterminated-quote', 8, 17],
    ['PolicyName==Gold-DB;State==Working', 'unquoted-value', 12, 19],
    ['CreationTimeUTC>=2026-06-15', 'unquoted-value', 17, 27],
    ['PolicyName==”Gold”', 'unquoted-value', 12, 18],
    ["PolicyName=='Gold'", 'unquoted-value', 12, 18],
    ['PolicyName==Gold DB', 'missing-connective', 17, 19],
    ['Result==Failed and State==Working', 'missing-connective', 15, 18],
    ['Result==Failed(State==Working)', 'missing-connective', 14, 15],
    ['Result==Failed==Failed', 'missing-connective', 14, 16],
    ['Result==Failed;', 'missing-condition', 15, 15],
    ['Result==Failed ; ', 'missing-condition', 16, 16],
    [';Result==Failed', 'missing-condition', 0, 0],
    ['Result==Failed;,State==Working', 'missing-condition', 15, 15],
    ['(Result==Failed,)', 'missing-condition', 16, 16],
    ['()', 'empty-group', 0, 2],
    ['Result==Failed;( )', 'empty-group', 15, 18],
    ['(Result==Failed', 'unbalanced-parenthesis', 0, 1],
    ['(', 'unbalanced-parenthesis', 0, 1],
    ['Result==Failed)', 'unbalanced-parenthesis', 14, 15],
    [')', 'unbalanced-parenthesis', 0, 1],
    ['PolicyName=="a\0b"', 'unexpected-character', 14, 15],
    ['PolicyName=="a\ud800b"', 'unexpected-character', 14, 15],
    ['PolicyName=="😀\udc00"', 'unexpected-character', 15, 16],
  ]
  it.each(cases)('%j is %s', (text, code, start, end) => {
    const parsed = parse(text, session)
    expect(parsed).toMatchObject({ ok: false, errors: [{ code, start, end }] })
    expect(parsed).toHaveProperty('errors.0.message', expect.stringMatching(/\.$/))
  })

  it('are all given, in the order of the text, without those that follow from them', () => {
    const parsed = parse('(Foo==1,State==Idle;Result>Idle,Id~="a"', session)
    expect(parsed).toMatchObject({
      ok: false,
      errors: [
        { code: 'unbalanced-parenthesis', start: 0 },
        { code: 'unknown-field', start: 1 },
        { code: 'bad-value', start: 27 },
        { code: 'operator-not-allowed', start: 34 },
      ],
    })
  })

  it('leave out the parentheses within a condition that cannot be read', () => {
    expect(parse('Foo(Id==a,(Id==b));Bar==1', session)).toMatchObject({
      ok: false,
      errors: [
        { code: 'unknown-field', start: 0, end: 3 },
        { code: 'unknown-field', start: 19, end: 22 },
      ],
    })
  })

  it('are at most ten', () => {
    expect(parse('Foo==1;'.repeat(100), session)).toHaveProperty('errors.length', 10)
  })

  it('name what is meant', () => {
    expect(parse('Result==Failed', task)).toHaveProperty(
      'errors.0.message',
      'CdpReplicaTaskSession has no field “Result”: expected one of Id, Name, PolicySessionUid, ' +
        'PolicySessionName, BackupServerUid, BackupServerName, CreationTimeUTC, EndTimeUTC, State, ' +
        'Reason, TotalSize, VmDisplayName.',
    )
    expect(parse('UID==a', task)).toHaveProperty(
      'errors.0.message',
      'CdpReplicaTaskSession has no field “UID”: EM calls it Id here.',
    )
    expect(parse('Id==a', 'CdpPolicy')).toHaveProperty('errors.0.code', 'unknown-field')
    expect(parse('PolicyName==”a”', session)).toHaveProperty(
      'errors.0.message',
      expect.stringContaining('straight double quotes'),
    )
  })

  it('of ~= in a filter for EM is at its place in the text that was given', () => {
    const parsed = parseForEm(' result == failed ; policyname ~= "x"', session)
    expect(parsed).toMatchObject({
      ok: false,
      errors: [{ code: 'contains-not-in-em', start: 31, end: 33 }],
    })
  })
})

describe('limits', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}Result==Failed${')'.repeat(depth)}`

  it('takes the longest text and no longer one', () => {
    const text = `PolicyName=="${'x'.repeat(maxFilterLength - 14)}"`
    expect(text).toHaveLength(maxFilterLength)
    expect(parse(text, session)).toHaveProperty('ok', true)
    expect(parse(`${text} `, session)).toMatchObject({
      ok: false,
      errors: [{ code: 'too-long', start: maxFilterLength, end: maxFilterLength + 1 }],
    })
  })

  it('takes the deepest nesting and no deeper one', () => {
    expect(parse(nested(maxFilterDepth), session)).toEqual({
      ok: true,
      tree: condition('Result', '==', 'Failed'),
    })
    expect(parse(nested(maxFilterDepth + 1), session)).toMatchObject({
      ok: false,
      errors: [{ code: 'too-deep', start: maxFilterDepth, end: maxFilterDepth + 1 }],
    })
  })

  it('refuses a filter whose canonical form is too long for EM', () => {
    const text = Array.from({ length: 800 }, () => 'Name==x').join(',')
    expect(text.length).toBeLessThanOrEqual(maxFilterLength)
    expect(parseForEm(text, session)).toMatchObject({ ok: true })
    const longer = Array.from({ length: 950 }, () => 'Name==x').join(',')
    expect(longer.length).toBeLessThanOrEqual(maxFilterLength)
    expect(parseForEm(longer, session)).toMatchObject({ ok: false, errors: [{ code: 'too-long' }] })
  })
})
