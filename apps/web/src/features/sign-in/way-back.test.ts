import { describe, expect, it } from 'vitest'
import { wayBack } from './way-back.ts'

const origin = 'https://cdp.example.com'

describe('wayBack', () => {
  it.each([
    ['/sessions?q=a%20b&health=failed#x', '/sessions?q=a%20b&health=failed#x'],
    ['/policies', '/policies'],
    [undefined, '/'],
    ['', '/'],
    ['/sign-in?to=/sign-in', '/'],
    ['https://evil.example/', '/'],
    ['https://cdp.example.com.evil.example/', '/'],
    ['//evil.example/', '/'],
    ['///evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/\t/evil.example/', '/'],
    ['/./%2fevil.example', '/%2fevil.example'],
    ['/.//evil.example', '/evil.example'],
    ['javascript:alert(1)', '/'],
    ['data:text/html,x', '/'],
    ['sessions', '/'],
    ['//cdp.example.com/sessions', '/sessions'],
  ])('of %j is %j', (to, path) => {
    expect(wayBack(to, origin)).toBe(path)
    expect(new URL(wayBack(to, origin), origin).origin).toBe(origin)
  })
})
