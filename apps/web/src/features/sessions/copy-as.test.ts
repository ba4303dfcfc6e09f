/// <reference types="node" />
import { spawn, spawnSync } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { asCurl, asEmUrl, asPowerShell, quoteForPowerShell, quoteForShell } from './copy-as.ts'

const emPath =
  '/api/query?type=CdpReplicaSession&format=Entities&filter=PolicyName%3D%3D%22O%27Brien%20%24%28x%29%22&sortDesc=CreationTimeUTC&pageSize=200&page=1'
const nasty = [
  '/api/query?type=CdpPolicy',
  "it's",
  "''",
  'say "hi"',
  '$(rm -rf x) $HOME $',
  '`id`',
  'back\\slash\\',
  '!! !x',
  'größe 日本 🚀 \u202e',
  '‘curly’ ‚low‛',
  'two\nlines',
  '-n',
  '',
]

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const hasShell = runs('bash', '--version')
const hasCurl = hasShell && runs('curl', '--version')

describe('quoteForShell', () => {
  it.each([
    ['plain', `'plain'`],
    ["it's", `'it'\\''s'`],
    ['"$`\\', `'"$\`\\'`],
  ])('%s', (text, quoted) => expect(quoteForShell(text)).toBe(quoted))

  it.skipIf(!hasShell).each(nasty)('bash reads %j back', (text) => {
    const { stdout } = spawnSync('bash', ['-c', `printf %s ${quoteForShell(text)}`])
    expect(stdout.toString()).toBe(text)
  })
})

describe('quoteForPowerShell', () => {
  it.each([
    ['plain', `'plain'`],
    ["it's", `'it''s'`],
    ['"$env:x `n $(y)', `'"$env:x \`n $(y)'`],
    ['‘a’ ‚b‛', `'‘‘a’’ ‚‚b‛‛'`],
  ])('%s', (text, quoted) => expect(quoteForPowerShell(text)).toBe(quoted))
})

describe('asEmUrl', () => {
  it.each(['https://em.example:9398', 'https://em.example:9398/', 'https://em.example:9398/api/'])(
    'joins %s with the path as it was asked',
    (emUrl) => expect(asEmUrl({ emUrl, emPath })).toBe(`https://em.example:9398${emPath}`),
  )
})

describe('asPowerShell', () => {
  const text = asPowerShell({ emUrl: 'https://em.example:9398', emPath: "/api/query?filter='" })
  it('holds address and query as literals', () => {
    expect(text).toContain("$em = 'https://em.example:9398'")
    expect(text).toContain("$query = '/api/query?filter='''")
  })
  it('logs on, asks and logs off, in this order', () => {
    const steps = ['/api/sessionMngr/?v=latest', '"$em$query"', '/api/logonSessions/']
    const places = steps.map((step) => text.indexOf(step))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
  it('skips no certificate check but in its comment', () => {
    const code = text.split('\n').filter((line) => !line.startsWith('#'))
    expect(code.join('\n')).not.toContain('SkipCertificateCheck')
  })
})

describe('asCurl', () => {
  it.skipIf(!hasShell).each(nasty)('bash can parse it with %j', (part) => {
    const text = asCurl({ emUrl: 'https://em.example:9398', emPath: `/api/query?filter=${part}` })
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text })
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
  })
  it('has no comment line, which zsh would run', () => {
    expect(asCurl({ emUrl: 'https://em.example:9398', emPath })).not.toMatch(/^\s*#/m)
  })
})

const logonId = '8f4c1d2e-0000-4000-8000-00000000abcd'
const token = btoa(logonId)

interface Heard {
  readonly request: string
  readonly authorization: string | undefined
  readonly token: string | string[] | undefined
  readonly length: string | undefined
  readonly cookie: string | undefined
}

const hear = ({ method, url, headers }: IncomingMessage): Heard => ({
  request: `${method} ${url}`,
  authorization: headers.authorization,
  token: headers['x-restsvcsessionid'],
  length: headers['content-length'],
  cookie: headers.cookie,
})

/** Runs the text in bash as pasted, answering its two questions; gives what the server heard and what was printed. */
async function runCurl(
  logonStatus: number,
): Promise<{ heard: Heard[]; stdout: string; stderr: string }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    heard.push(hear(request))
    if (request.method === 'DELETE') return response.writeHead(204).end()
    if (request.method === 'GET') return response.end('{"entities":null}')
    const accepted = {
      'X-RestSvcSessionId': token,
      'Set-Cookie': `X-RestSvcSessionId=${token}; Path=/api`,
    }
    return response
      .writeHead(logonStatus, logonStatus === 201 ? accepted : {})
      .end('{"UserName":"x"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const text = asCurl({ emUrl: `http://127.0.0.1:${port}`, emPath })
  // Without a terminal of its own curl asks for the password on standard input.
  const shell = spawn('bash', ['-c', text], { detached: true })
  const printed = { stdout: '', stderr: '' }
  shell.stdout.on('data', (chunk) => (printed.stdout += String(chunk)))
  shell.stderr.on('data', (chunk) => (printed.stderr += String(chunk)))
  shell.stdin.end('LAB\\us"er\npa$$ \'w`ö\n')
  await new Promise((resolve) => shell.on('close', resolve))
  await new Promise((resolve) => server.close(resolve))
  return { heard, ...printed }
}

describe.skipIf(!hasCurl)('the curl text, run', () => {
  it('logs on, asks, logs off', async () => {
    const { heard, stdout } = await runCurl(201)
    expect(heard.map(({ request }) => request)).toEqual([
      'POST /api/sessionMngr/?v=latest',
      `GET ${emPath}`,
      `DELETE /api/logonSessions/${logonId}`,
    ])
    const [logon, ...others] = heard
    const given = Uint8Array.from(atob(logon?.authorization?.slice(6) ?? ''), (c) =>
      c.charCodeAt(0),
    )
    expect(new TextDecoder().decode(given)).toBe('LAB\\us"er:pa$$ \'w`ö')
    expect(logon?.length).toBe('0')
    expect(others.map((each) => each.token)).toEqual([token, token])
    expect(heard.map(({ cookie }) => cookie)).toEqual([undefined, undefined, undefined])
    expect(stdout).toContain('{"entities":null}')
  })
  it('asks nothing when the logon is refused, and says so', async () => {
    const { heard, stderr } = await runCurl(401)
    expect(heard).toHaveLength(1)
    expect(stderr).toContain('401')
    expect(stderr).toContain('Not logged on')
  })
})
