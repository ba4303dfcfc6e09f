import { describe, expect, it } from 'vitest'
import { isOwnHost } from './host-check.ts'

const names = new Set(['cdp.example.com', 'cdp'])

describe('isOwnHost', () => {
  it.each([
    '127.0.0.1:8080',
    '192.0.2.7',
    '[2001:db8::7]:8080',
    'localhost',
    'LOCALHOST:8080',
    'cdp',
    'CDP.Example.com:443',
    'cdp.example.com.',
    // A browser reads this as the address 127.0.0.1, which is what it connects to.
    '0x7f.1',
  ])('takes %s', (host) => {
    expect(isOwnHost(host, names)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'evil.example',
    'cdp.example.com.evil.example',
    'evil.example:127.0.0.1',
    'localhost.evil.example',
    'cdp@evil.example',
    'cdp/evil',
    'cdp#.evil.example',
    'cdp\\evil.example',
    'cdp evil.example',
    '127.0.0.1.evil.example',
    'example.com',
  ])('refuses %j', (host) => {
    expect(isOwnHost(host, names)).toBe(false)
  })
})
