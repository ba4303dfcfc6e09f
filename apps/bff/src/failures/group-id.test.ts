import { describe, expect, it } from 'vitest'
import { groupIdOf, groupingVersion, parseGroupId } from './group-id.ts'

describe('the id of a group', () => {
  it('is the same at every start', () => {
    expect(groupIdOf({ key: 'the disk is full' })).toBe(`${groupingVersion}-7ce4583a5e944472bf03`)
  })

  it('differs by the key', () => {
    expect(groupIdOf({ key: 'a' })).not.toBe(groupIdOf({ key: 'b' }))
  })

  it('carries the version', () => {
    const id = groupIdOf({ key: 'a' })
    expect(parseGroupId(id)).toEqual({ version: groupingVersion, hash: id.split('-')[1] })
  })

  it.each([
    ['of another version', '7-0123456789abcdef0123', { version: 7, hash: '0123456789abcdef0123' }],
    ['nothing', '', undefined],
    ['without a version', '0123456789abcdef0123', undefined],
    ['too short', '1-0123', undefined],
    ['too long', '1-0123456789abcdef01234', undefined],
    ['no hex', '1-0123456789abcdefghij', undefined],
    ['something after it', '1-0123456789abcdef0123\n', undefined],
  ])('is read: %s', (_, id, expected) => expect(parseGroupId(id)).toEqual(expected))
})
