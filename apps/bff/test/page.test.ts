import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { problemSchema } from '@cdp-watch/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { script, type TestBff } from './bff.ts'
import { startBffWithoutEm } from './bff-without-em.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startBffWithoutEm()
})
afterAll(() => bff.stop())

describe('the page', () => {
  it.each([
    '/',
    '/sessions',
    '/sessions/urn%3Aveeam%3A1?filter=x',
    '/index.html',
    '/apix',
    '/assetsx',
  ])('%s is the page, fresh, with a nonce of its own', async (path) => {
    const answers = [await bff.get(path), await bff.get(path)]
    const nonces = answers.map((answer) => {
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toContain('text/html')
      expect(answer.headers['cache-control']).toBe('no-store')
      const policy = String(answer.headers['content-security-policy'])
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThan(20)
      expect(answer.text).toContain(`content="${nonce}"`)
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('lets in nothing but its own', async () => {
    const { headers } = await bff.get('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('can be shown in a frame by those alone whom FRAME_ANCESTORS names', async ({
    onTestFinished,
  }) => {
    const { front } = readConfig({ FRAME_ANCESTORS: 'https://a.example,https://b.example' })
    const framed = await startBffWithoutEm({ front })
    onTestFinished(() => framed.stop())
    const { headers } = await framed.get('/')
    expect(String(headers['content-security-policy'])).toContain(
      'frame-ancestors https://a.example https://b.example',
    )
    expect(headers).not.toHaveProperty('x-frame-options')
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0.1, gzip;q=0.9', 'gzip', gunzipSync],
    ['br;q=0', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('has its scripts compressed for who takes %j', async (accepted, encoding, unpack) => {
    const answer = await bff.get('/assets/app.js', { headers: { 'accept-encoding': accepted } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/)
    expect(answer.headers.vary).toContain('Accept-Encoding')
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(unpack(answer.bytes).toString()).toBe(script)
  })

  it.each(['/healthz', '/api/about', '/api/em/query', '/assets/none.js'])(
    'is not alone with its security headers: %s',
    async (path) => {
      const { headers } = await bff.get(path)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
      expect(String(headers['content-security-policy'])).toContain("default-src 'none'")
    },
  )

  it.each([
    '/assets/none.js',
    '/assets',
    '/assets/',
    '/ASSETS/none.js',
    '/assets/../assets/none.js',
    '/api',
    '/api/',
    '/api/nothing',
    '/API/em/query',
    '/%61pi/em/query',
    '/api%2fem%2fquery',
    '//api/em/query',
    '/x/../api/em/query',
    '/.\\api/em/query',
  ])('is not served for %s', async (path) => {
    const answer = await bff.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(problemSchema.parse(answer.json())).toMatchObject({ code: 'not-found' })
  })

  it.each(['/%', '/%zz', '/sessions/%ff'])('%s is malformed', async (path) => {
    const answer = await bff.get(path)
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, code: 'bad-parameter' })
  })

  it.each(['/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/.env'])(
    'is all that %s gives',
    async (path) => {
      const answer = await bff.get(path)
      expect(answer.text).not.toMatch(/dependencies|root:/)
      if (answer.status === 200) expect(answer.text).toContain('<title>CDP Watch</title>')
    },
  )

  it.each(['/wall', '/wall/', '/wall?health=failed'])('is the wall at %s', async (path) => {
    const answer = await bff.get(path)
    expect(answer.text).toContain('<title>CDP Watch wall</title>')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await bff.get('/', { method })
      expect(problemSchema.parse(answer.json()).code, method).toBe('not-found')
    }
  })
})

describe('what is no request', () => {
  const say = (words: string): Promise<string> => {
    const { hostname, port } = new URL(bff.url)
    const socket = connect(Number(port), hostname, () => socket.end(words))
    return text(socket)
  }

  it.each([
    ['nonsense', 'HELLO\r\n\r\n', 400, 'bad-parameter'],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'bad-parameter',
    ],
    ['a head without end', `GET /${'x'.repeat(70_000)} HTTP/1.1\r\n`, 413, 'request-too-large'],
    [
      'a huge header',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(70_000)}\r\n\r\n`,
      413,
      'request-too-large',
    ],
  ])('%s is a problem too', async (_name, words, status, code) => {
    const [head = '', body = ''] = (await say(words)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json')
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status, code })
  })
})
