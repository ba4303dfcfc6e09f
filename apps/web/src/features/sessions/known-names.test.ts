import { describe, expect, it } from 'vitest'
import { nameOfValue, suggestedValues } from './known-names.ts'

const known = {
  policies: [
    { uid: 'p1', name: 'Gold' },
    { uid: 'p2', name: 'Gold' },
  ],
  servers: [{ uid: 's1', name: 'vbr-01' }],
}

describe('known names', () => {
  it.each([
    ['PolicyName', ['Gold']],
    ['PolicyUid', ['p1', 'p2']],
    ['BackupServerName', ['vbr-01']],
    ['BackupServerUid', ['s1']],
    ['FailureMessage', []],
  ])('offers for %s %j', (field, values) => expect(suggestedValues(field, known)).toEqual(values))

  it.each([
    ['policyUid', 'p2', 'Gold'],
    ['backupServerUid', 's1', 'vbr-01'],
    ['policyUid', 's1', 's1'],
    ['result', 'Failed', 'Failed'],
  ] as const)('calls %s %s %s', (key, value, name) =>
    expect(nameOfValue(key, value, known)).toBe(name),
  )
})
