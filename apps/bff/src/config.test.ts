import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ca, expired, self } from '../test/certificates.ts'
import { loadDotEnv, readConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { environmentSchema } from './environment.ts'
import { isListed } from './http/listed-address.ts'

type Variables = Record<string, string | undefined>

const secret = 'Tr0ub4dor&3'
const em: Variables = {
  EM_URL: 'https://em.example.com:9398',
  EM_USERNAME: 'LAB\\svc-cdp',
  EM_PASSWORD: secret,
}
const pin = 'ab:'.repeat(31).concat('cd')

const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-config-'))
const fileOf = (name: string, content: string) => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
afterAll(() => rmSync(folder, { recursive: true }))

const tls: Variables = {
  TLS_CERT_FILE: fileOf('tls-cert', self.cert),
  TLS_KEY_FILE: fileOf('tls-key', self.key),
}

const refusalOf = (variables: Variables): string => {
  try {
    readConfig(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'nothing was refused'
}

describe('what is refused', () => {
  const wrong: [string, Variables, RegExp][] = [
    ['EM_URL', { ...em, EM_URL: 'em.example.com:9398' }, /must be the https address.*e\.g\. https/],
    ['EM_URL', { ...em, EM_URL: 'http://em.example.com:9399' }, /must be the https address/],
    ['EM_URL', { ...em, EM_URL: 'https://user:pw@em.example.com' }, /without user name/],
    ['EM_URL', { ...em, EM_URL: 'https://em.example.com:9398/web' }, /without user name or path/],
    ['EM_URL', { ...em, EM_URL: 'https://em.example.com:9398/api/?v=latest' }, /without/],
    ['EM_URL', { ...em, EM_URL: 'https://em.example.com:9398/#top' }, /without/],
    ['EM_URL', { ...em, EM_URL: undefined }, /is missing though EM_USERNAME is set, e\.g\. https/],
    ['EM_URL', { EM_CERT_SHA256: pin }, /is missing though EM_CERT_SHA256 is set/],
    ['EM_URL', { EM_TLS_INSECURE: 'true' }, /is missing though EM_TLS_INSECURE is set/],
    ['EM_USERNAME', { ...em, EM_USERNAME: undefined }, /is missing, e\.g\. DOMAIN\\user/],
    ['EM_USERNAME', { ...em, EM_USERNAME: 'a:b' }, /must not hold a colon, e\.g\./],
    [
      'EM_PASSWORD',
      { ...em, EM_PASSWORD: undefined },
      /is missing; set it, or EM_PASSWORD_FILE, e\.g/,
    ],
    ['EM_PASSWORD_FILE', { ...em, EM_PASSWORD_FILE: fileOf('pw', 'x') }, /beside EM_PASSWORD/],
    [
      'EM_PASSWORD_FILE',
      { ...em, EM_PASSWORD: '', EM_PASSWORD_FILE: '/no/such' },
      /cannot be read.*e\.g/,
    ],
    [
      'EM_PASSWORD_FILE',
      { ...em, EM_PASSWORD: '', EM_PASSWORD_FILE: fileOf('no-pw', '\n') },
      /without a password.*e\.g/,
    ],
    [
      'EM_CA_FILE',
      { ...em, EM_CA_FILE: path.join(folder, 'absent') },
      /cannot be read \(.*ENOENT.*e\.g/,
    ],
    ['EM_CA_FILE', { ...em, EM_CA_FILE: folder }, /cannot be read/],
    ['EM_CA_FILE', { ...em, EM_CA_FILE: fileOf('text', 'hello') }, /in PEM form.*e\.g/],
    ['EM_CA_FILE', { ...em, EM_CA_FILE: fileOf('der', '\x30\x82\x01\x0a') }, /in PEM form/],
    ['EM_CA_FILE', { ...em, EM_CA_FILE: fileOf('key', self.key) }, /in PEM form/],
    ['EM_CA_FILE', { ...em, EM_CA_FILE: fileOf('cut', ca.replace('MII', 'M')) }, /in PEM form/],
    [
      'EM_CERT_SHA256',
      { ...em, EM_CERT_SHA256: pin.slice(3) },
      /must be a SHA-256 fingerprint, e\.g/,
    ],
    ['EM_CERT_SHA256', { ...em, EM_CERT_SHA256: 'not a pin' }, /must be a SHA-256 fingerprint/],
    [
      'EM_CERT_SHA256',
      { ...em, EM_CERT_SHA256: pin, EM_CA_FILE: fileOf('ca1', ca) },
      /EM_CA_FILE and EM_CERT_SHA256 are set together: keep one of them, e\.g/,
    ],
    ['EM_TLS_INSECURE', { ...em, EM_CERT_SHA256: pin, EM_TLS_INSECURE: 'true' }, /set together/],
    ['EM_TLS_INSECURE', { ...em, EM_TLS_INSECURE: 'yes' }, /must be true or false, e\.g/],
    ['EM_POLL_SECONDS', { EM_POLL_SECONDS: '4' }, /from 5 to 3600, e\.g\. 30/],
    ['EM_TIMEOUT_SECONDS', { EM_TIMEOUT_SECONDS: '1.5' }, /must be a whole number/],
    ['EM_LIVE_REQUESTS', { EM_LIVE_REQUESTS: '0' }, /from 1 to 32/],
    ['EM_LIVE_QUEUE', { EM_LIVE_QUEUE: '-1' }, /from 0 to 1000/],
    ['PORT', { PORT: '65536' }, /from 0 to 65535, e\.g\. 8080/],
    ['PORT', { PORT: '9'.repeat(400) }, /from 0 to 65535/],
    ['LOG_LEVEL', { LOG_LEVEL: 'verbose' }, /must be one of fatal, .*, e\.g\. info/],
    ['HOST', { HOST: '0.0.0.0' }, /not a loopback address.*127\.0\.0\.1.*ACCESS_OPEN_ANYWHERE/],
    ['HOST', { HOST: '::' }, /not a loopback address/],
    ['HOST', { ...em, HOST: '0.0.0.0' }, /in the clear.*TLS_CERT_FILE.*e\.g\. https/],
    ['HOST', { ...em, HOST: '0.0.0.0', ACCESS: 'open' }, /not a loopback address.*ACCESS=em/],
    ['PUBLIC_URL', { ...em, PUBLIC_URL: 'http://cdp.example.com' }, /in the clear.*e\.g\. https/],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://cdp.example.com/cdp' }, /without user name or path/],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://me@cdp.example.com' }, /without user name or path/],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://cdp.example.com' }, /the address people open.*e\.g/],
    ['PUBLIC_URL', { ...tls, PUBLIC_URL: 'http://cdp.example.com' }, /HTTPS alone, e\.g\. https/],
    ['TLS_KEY_FILE', { ...tls, TLS_KEY_FILE: '' }, /is missing: HTTPS needs.*e\.g/],
    ['TLS_CERT_FILE', { ...tls, TLS_CERT_FILE: '' }, /is missing: HTTPS needs.*e\.g/],
    [
      'TLS_KEY_FILE',
      { ...tls, TLS_KEY_FILE: fileOf('other-key', expired.key) },
      /do not hold a certificate and its key.*e\.g/,
    ],
    ['ACCESS', { ACCESS: 'none' }, /must be one of em, open, header, e\.g\. em/],
    ['TRUST_PROXY', { ...em, ACCESS: 'header' }, /is missing: with ACCESS=header.*e\.g/],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }, /must be addresses or networks.*e\.g/],
    ['TRUST_PROXY', { TRUST_PROXY: '1' }, /must be addresses or networks/],
    ['TRUST_PROXY', { TRUST_PROXY: '0.0.0.0/0' }, /must be addresses or networks/],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }, /must be addresses or networks/],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.1,proxy' }, /must be addresses or networks/],
    ['METRICS_ALLOW', { METRICS_ALLOW: '*' }, /of those that read the metrics.*e\.g/],
    ['METRICS_ALLOW', { METRICS_ALLOW: '0.0.0.0/0' }, /must be addresses or networks/],
    ['ACCESS_HEADER', { ACCESS_HEADER: 'X User' }, /name of a header, e\.g/],
    ['ALLOWED_HOSTS', { ALLOWED_HOSTS: 'https://cdp' }, /must be host names.*e\.g/],
    ['FRAME_ANCESTORS', { FRAME_ANCESTORS: '*' }, /must be origins.*e\.g/],
    [
      'FRAME_ANCESTORS',
      { FRAME_ANCESTORS: "https://a.example; script-src 'x'" },
      /must be origins/,
    ],
    ['SIGN_IN_FAILURES', { SIGN_IN_FAILURES: '10' }, /from 1 to 9, e\.g\. 3/],
    ['HOST', { HOST: '127.0.0.1.example.com' }, /not a loopback address/],
    [
      'ACCESS_OPEN_ANYWHERE',
      { HOST: '0.0.0.0', ACCESS_OPEN_ANYWHERE: '1' },
      /must be true or false/,
    ],
  ]
  it.each(wrong)('%s in %j', (name, variables, words) => {
    const message = refusalOf(variables)
    expect(message).toContain(name)
    expect(message).toMatch(words)
    expect(message).not.toContain('\n')
    expect(message).not.toContain(secret)
  })

  it('names all wrong variables at once, one a line', () => {
    const lines = refusalOf({ PORT: 'x', LOG_LEVEL: 'loud', EM_URL: 'ftp://em' }).split('\n')
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual([
      'EM_URL',
      'LOG_LEVEL',
      'PORT',
    ])
  })

  it('never shows a password, wherever it was put', () => {
    const messages = [
      refusalOf({ ...em, EM_URL: `https://admin:${secret}@em.example.com` }),
      refusalOf({ ...em, EM_USERNAME: `svc:${secret}` }),
      refusalOf({ ...em, EM_PASSWORD_FILE: fileOf('both', secret) }),
      refusalOf({ ...em, PORT: 'x' }),
    ]
    for (const message of messages) expect(message).not.toContain(secret)
  })
})

describe('what is taken', () => {
  it('has defaults for everything, and the simulator where no EM is named', () => {
    expect(readConfig({})).toEqual({
      em: undefined,
      pageSize: 500,
      pollSeconds: 30,
      historyDays: 30,
      retentionDays: 400,
      scheduleZone: 'UTC',
      timeoutSeconds: 60,
      liveRequests: 4,
      liveQueue: 32,
      dataDir: './data',
      access: { kind: 'open' },
      front: {
        isHttps: false,
        publicOrigin: undefined,
        hostNames: new Set([hostname().toLowerCase(), '127.0.0.1']),
        proxies: undefined,
        tls: undefined,
        frameAncestors: [],
      },
      host: '127.0.0.1',
      port: 8080,
      metricsAllow: expect.any(BlockList),
      logLevel: 'info',
    })
  })

  it('takes the schedules of a real EM for those of this machine’s zone, or of the one that is named', () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(readConfig(em).scheduleZone).toBe(zone)
    expect(readConfig({ ...em, SCHEDULE_ZONE: 'Europe/Oslo' }).scheduleZone).toBe('Europe/Oslo')
  })

  it('takes an empty variable for one that is not set', () => {
    const empty = Object.fromEntries(
      ['EM_URL', 'EM_USERNAME', 'EM_PASSWORD', 'PORT', 'HOST', 'LOG_LEVEL', 'EM_TLS_INSECURE'].map(
        (name) => [name, ''],
      ),
    )
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  it.each([
    ['https://em.example.com:9398', 'https://em.example.com:9398'],
    ['https://em.example.com:9398/', 'https://em.example.com:9398'],
    ['https://EM.example.com:9398/api/', 'https://em.example.com:9398'],
    ['https://[2001:db8::7]:9398/api', 'https://[2001:db8::7]:9398'],
  ])('EM_URL %s is %s', (given, origin) => {
    expect(readConfig({ ...em, EM_URL: given }).em?.url).toBe(origin)
  })

  it.each([
    ['secret', 'secret'],
    ['secret\n', 'secret'],
    ['secret\r\n', 'secret'],
    ['  spaced out \n', '  spaced out '],
    ['two\nlines\n', 'two\nlines'],
    ['ends empty\n\n', 'ends empty\n'],
    ['pässwort-ß€', 'pässwort-ß€'],
  ])('a password file with %j holds the password %j', (content, password) => {
    const EM_PASSWORD_FILE = fileOf('password', content)
    expect(readConfig({ ...em, EM_PASSWORD: undefined, EM_PASSWORD_FILE }).em?.password).toBe(
      password,
    )
  })

  it.each<[string, Variables, object]>([
    ['the system', {}, { kind: 'system' }],
    ['a CA', { EM_CA_FILE: fileOf('ca', ca) }, { kind: 'ca', pem: ca }],
    ['several CAs', { EM_CA_FILE: fileOf('cas', `# ours\n${ca}\n${self.cert}`) }, { kind: 'ca' }],
    ['a pin', { EM_CERT_SHA256: pin }, { kind: 'pin', sha256: 'AB'.repeat(31).concat('CD') }],
    ['a pin without colons', { EM_CERT_SHA256: 'AB'.repeat(32) }, { kind: 'pin' }],
    ['anything', { EM_TLS_INSECURE: 'true' }, { kind: 'insecure' }],
    ['no less for saying so', { EM_TLS_INSECURE: 'false' }, { kind: 'system' }],
  ])('trusts %s', (_name, variables, trust) => {
    expect(readConfig({ ...em, ...variables }).em?.trust).toMatchObject(trust)
  })

  it.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])('listens on %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST)
  })

  it.each<[string, Variables, string]>([
    ['the demo', {}, 'open'],
    ['the demo, when told so', { ACCESS: 'em' }, 'em'],
    ['a real EM', em, 'em'],
    ['a real EM, when told so', { ...em, ACCESS: 'open' }, 'open'],
    [
      'a proxy that signs people in',
      { ...em, ACCESS: 'header', TRUST_PROXY: '10.0.0.1' },
      'header',
    ],
    ['every address, over TLS', { ...em, ...tls, HOST: '0.0.0.0' }, 'em'],
    ['a proxy', { ...em, HOST: '0.0.0.0', PUBLIC_URL: 'https://cdp.example.com' }, 'em'],
    ['a container', { ...em, HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:8080' }, 'em'],
  ])('lets people in of %s', (_name, variables, kind) => {
    expect(readConfig(variables).access.kind).toBe(kind)
  })

  it('has limits for those who sign in', () => {
    const changed = { SIGN_IN_HOURS: '8', SIGN_IN_IDLE_MINUTES: '30', SIGN_IN_FAILURES: '2' }
    expect(readConfig({ ...em, ...changed }).access).toEqual({
      kind: 'em',
      endsAfterMs: 8 * 3600_000,
      idleMs: 30 * 60_000,
      failures: 2,
      pauseMs: 35 * 60_000,
    })
  })

  it('knows its names, its proxies, and whether browsers speak HTTPS with it', () => {
    const { front } = readConfig({
      PUBLIC_URL: 'https://CDP.example.com/',
      ALLOWED_HOSTS: 'cdp, Cdp-Watch',
      TRUST_PROXY: '10.1.2.0/24, 2001:db8::/32,192.0.2.7',
      FRAME_ANCESTORS: 'https://wall.example.com',
    })
    expect(front).toMatchObject({ isHttps: true, publicOrigin: 'https://cdp.example.com' })
    for (const name of ['cdp.example.com', 'cdp', 'cdp-watch'])
      expect(front.hostNames.has(name)).toBe(true)
    const believed = ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8::1', '192.0.2.7']
    for (const address of [...believed, '10.1.3.1', '192.0.2.8', '::1', 'nonsense'])
      expect(isListed(address, front.proxies), address).toBe(believed.includes(address))
    expect(front.frameAncestors).toEqual(['https://wall.example.com'])
    expect(readConfig({ ...em, ...tls }).front).toMatchObject({ isHttps: true, tls: self })
  })

  it('listens anywhere when told that something keeps people out', () => {
    expect(readConfig({ HOST: '0.0.0.0', ACCESS_OPEN_ANYWHERE: 'true' }).host).toBe('0.0.0.0')
  })
})

it('lets this machine alone read the metrics, where nobody else is named', () => {
  const { metricsAllow } = readConfig({})
  for (const address of ['127.0.0.1', '127.8.8.8', '::1']) {
    expect(isListed(address, metricsAllow), address).toBe(true)
  }
  expect(isListed('10.0.0.1', metricsAllow)).toBe(false)
  const named = readConfig({ METRICS_ALLOW: '10.0.0.1' }).metricsAllow
  expect([isListed('10.0.0.1', named), isListed('127.0.0.1', named)]).toEqual([true, false])
})

describe('.env.example and the README', () => {
  it.each(['.env.example', 'README.md'])('%s names every variable, and no other', (file) => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8')
    const named =
      file === 'README.md'
        ? text
            .split('\n')
            .filter((line) => line.startsWith('| `'))
            .flatMap((line) => line.split('|')[1]?.match(/\b[A-Z][A-Z0-9_]{3,}\b/g) ?? [])
        : [...text.matchAll(/^#([A-Z0-9_]+)=/gm)].map((match) => match[1] ?? '')
    expect(named.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted())
  })
})

describe('the .env file', () => {
  const before = { cwd: process.cwd(), env: { ...process.env } }
  beforeAll(() => {
    process.chdir(folder)
    for (const name of ['PORT', 'EM_POLL_SECONDS', 'EM_URL']) delete process.env[name]
  })
  afterAll(() => {
    process.chdir(before.cwd)
    process.env = before.env
  })

  it('is read, and what is set already wins, also where it is set to nothing', () => {
    writeFileSync('.env', 'PORT=1234\nEM_POLL_SECONDS=7\nEM_URL=https://from.file:9398\n')
    process.env.PORT = '4321'
    process.env.EM_URL = ''
    const config = readConfig(loadDotEnv())
    expect(config).toMatchObject({ port: 4321, pollSeconds: 7, em: undefined })
  })

  it('may be missing', () => {
    rmSync('.env')
    expect(() => loadDotEnv()).not.toThrow()
  })
})
