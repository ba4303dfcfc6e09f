import { describe, expect, it } from 'vitest'
import { accountKey, addressKey } from './account-key.ts'

describe('accountKey', () => {
  it.each([
    'LAB\\josé',
    'lab\\JOSÉ',
    'OTHER\\jose',
    'jose',
    ' jose ',
    'LAB/jose',
    'LAB\\jose.',
    'ｊｏｓｅ',
    'jo\u00adse',
    'jos\u200be\u0301',
  ])('is the same for every way to write one name: %j', (name) => {
    expect(accountKey(name)).toBe('account jose')
  })

  it.each([
    ['LAB\\straße', 'STRASSE'],
    ['LAB\\\\svc', 'svc'],
  ])('%s is counted as %s', (one, other) => {
    expect(accountKey(one)).toBe(accountKey(other))
  })

  it.each([
    ['LAB\\anna', 'LAB\\hanna'],
    ['LAB\\anna', 'LAB\\ann'],
  ])('%s is not counted as %s', (one, other) => {
    expect(accountKey(one)).not.toBe(accountKey(other))
  })
})

describe('addressKey', () => {
  it.each([
    ['192.0.2.7', 'address 192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
    ['2001:DB8:1:2::9', 'address 2001:db8:1:2'],
    ['2001:db8::1', 'address 2001:db8:0:0'],
    ['::1', 'address 0:0:0:0'],
    ['fe80::1%eth0', 'address fe80:0:0:0'],
    ['64:ff9b::192.0.2.33', 'address 64:ff9b:0:0'],
    ['', 'address '],
  ])('of %j is %j', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})
