import { describe, expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

describe('initialsOf', () => {
  it.each([
    ['LAB\\anna.krause', 'AK'],
    ['LAB\\anna', 'A'],
    ['anna', 'A'],
    ['LAB\\Anna Maria Krause', 'AK'],
    ['LAB\\jürgen-ö', 'JÖ'],
    ['LAB\\𝒜x', '𝒜'],
    ['LAB\\svc_cdp_7', 'S7'],
    ['LAB\\', '?'],
    ['', '?'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
