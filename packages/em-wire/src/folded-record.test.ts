import { describe, expect, it } from 'vitest'
import { foldKeys } from './folded-record.ts'

describe('foldKeys', () => {
  it.each([['CreationTimeUTC'], ['creationTimeUTC'], ['CREATIONTIMEUTC'], ['creationtimeutc']])(
    'finds %s under its lower-cased key',
    (key) => {
      expect(foldKeys({ [key]: 1 })?.get('creationtimeutc')).toBe(1)
    },
  )

  it.each([[null], [undefined], ['text'], [3], [[1, 2]]])('has no view of %j', (value) => {
    expect(foldKeys(value)).toBeNull()
  })

  it('takes the first value of keys that differ in case only, passing over nulls', () => {
    expect(foldKeys({ UID: null, uid: 'a', Uid: 'b' })?.get('uid')).toBe('a')
  })

  it('treats the names of built-ins as mere keys', () => {
    const record = foldKeys(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}'))
    expect(record?.get('__proto__')).toEqual({ polluted: 1 })
    expect(record?.get('constructor')).toBe(2)
    expect(record?.get('polluted')).toBeUndefined()
    expect(record?.get('tostring')).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('folds keys also once more of them have been seen than are remembered', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`Key${n}`, n]))
    expect(foldKeys(many)?.get('key4999')).toBe(4999)
    expect(foldKeys(many)?.get('key0')).toBe(0)
  })
})
