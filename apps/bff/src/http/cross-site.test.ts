import { describe, expect, it } from 'vitest'
import { isCrossSite } from './cross-site.ts'

const publicOrigin = 'https://cdp.example.com'
const host = '127.0.0.1:8080'

describe('isCrossSite', () => {
  it.each([
    ['GET', {}],
    ['GET', { 'sec-fetch-site': 'same-origin' }],
    ['GET', { 'sec-fetch-site': 'none' }],
    ['POST', {}],
    ['POST', { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }],
    ['POST', { origin: `http://${host}` }],
    ['POST', { origin: publicOrigin }],
    // A proxy that ended HTTPS and passes the name on.
    ['POST', { origin: 'https://cdp', host: 'CDP' }],
  ])('lets %s with %j pass', (method, headers) => {
    expect(isCrossSite({ host, ...headers }, method, publicOrigin)).toBe(false)
  })

  it.each([
    ['GET', { 'sec-fetch-site': 'cross-site' }],
    ['GET', { 'sec-fetch-site': 'same-site' }],
    ['GET', { 'sec-fetch-site': 'nonsense' }],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: `http://${host}` }],
    ['POST', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    ['POST', { origin: 'null' }],
    ['POST', { origin: '' }],
    ['POST', { origin: 'http://127.0.0.1:8081' }],
    ['POST', { origin: `http://evil.example/?${host}` }],
    ['POST', { origin: `http://${host}@evil.example` }],
    ['POST', { origin: `ftp://${host}` }],
    ['DELETE', { origin: 'https://evil.example' }],
    ['PUT', { origin: 'https://cdp.example.com.evil.example' }],
    // Neither of them has a host.
    ['POST', { origin: 'null', host: '' }],
  ])('refuses %s with %j', (method, headers) => {
    expect(isCrossSite({ host, ...headers }, method, publicOrigin)).toBe(true)
  })

  it('takes no origin for its own where none is configured', () => {
    expect(isCrossSite({ host, origin: 'undefined' }, 'POST', undefined)).toBe(true)
  })
})
