import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { aboutSchema, overviewSchema, sessionsAnswerSchema } from '@cdp-watch/contract'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { type BffProcess, makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { startEmStub } from './em-stub.ts'
import { begin, call, livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import type { Simulator } from './simulator.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

const start = (
  { onTestFinished }: TestContext,
  variables: Record<string, string | undefined>,
  cwd = checkout.folder,
): BffProcess => {
  const bff = startProcess(checkout.folder, variables, cwd)
  onTestFinished(bff.kill)
  return bff
}

/** Somewhere that no test connects to. */
const nowhere = {
  EM_URL: 'https://127.0.0.1:9',
  EM_USERNAME: 'u',
  EM_PASSWORD: 'p',
}

const sessions = livePath({ type: 'CdpReplicaSession', pageSize: '5' })
const liveLogonsAt = async (em: Simulator) => (await em.received()).liveLogons

describe.concurrent('the process', () => {
  it.for(['SIGTERM', 'SIGINT'] as const)(
    'logs off at %s and ends well',
    async (signal, context) => {
      const { startEm } = createRig(context)
      const em = await startEm()
      const bff = start(context, variablesOf(em.target))
      const url = await bff.ready
      expect((await call(url, sessions)).status).toBe(200)
      expect(await liveLogonsAt(em)).toBe(1)
      bff.child.kill(signal)
      expect(await bff.ended).toBe(0)
      expect(await liveLogonsAt(em)).toBe(0)
      expect(bff.out()).toBe(`CDP Watch is at ${url} · ${em.target.url}\n`)
    },
  )

  it('lets an answer under way come to its end before it logs off', async (context) => {
    const { startEm } = createRig(context)
    const em = await startEm()
    const bff = start(context, variablesOf(em.target))
    const url = await bff.ready
    await call(url, sessions)
    await em.fail({ kind: 'slow', delayMs: 700, path: 'pageSize=77' })
    const answer = call(url, livePath({ type: 'CdpReplicaSession', pageSize: '77' }))
    await until(
      em.received,
      ({ requests }) => requests.at(-1)?.url.includes('pageSize=77') === true,
    )
    bff.child.kill('SIGTERM')
    expect((await answer).status).toBe(200)
    expect(await bff.ended).toBe(0)
    expect(await liveLogonsAt(em)).toBe(0)
  })

  it('does not wait for ever for one that has no end', async (context) => {
    const stub = await startEmStub((request, response) => {
      if (request.method === 'POST') {
        response.writeHead(201, { 'X-RestSvcSessionId': 'dG9rZW4=' }).end('{}')
      } else if (request.method === 'DELETE') response.writeHead(204).end()
      else response.writeHead(200, { 'Content-Type': 'application/json' }).write('{')
    })
    const bff = start(context, {
      EM_URL: stub.url,
      EM_USERNAME: 'u',
      EM_PASSWORD: 'p',
      EM_TLS_INSECURE: 'true',
    })
    const endless = await begin(await bff.ready, livePath({ type: 'CdpPolicy', raw: 'true' }))
    endless.on('error', () => undefined)
    bff.child.kill('SIGTERM')
    expect(await bff.ended).toBe(0)
    await stub.stop()
    expect(bff.err()).toContain('EM_TLS_INSECURE=true')
  })

  it('without an EM starts the simulator, and takes it along when it ends', async (context) => {
    const bff = start(context, {})
    const url = await bff.ready
    expect(bff.out()).toContain('· demo data')
    const about = aboutSchema.parse((await call(url, '/api/about')).json())
    expect(about).toMatchObject({ demo: true })
    const overview = overviewSchema.parse((await call(url, '/api/overview')).json())
    expect(overview.demo).toBe(true)
    const answer = sessionsAnswerSchema.parse((await call(url, sessions)).json())
    expect(answer.items).toHaveLength(5)
    bff.child.kill('SIGTERM')
    expect(await bff.ended).toBe(0)
    await until(
      () => isListening(about.emUrl),
      (listening) => !listening,
    )
  })

  it('takes the simulator along also when it is killed', async (context) => {
    const bff = start(context, {})
    const { emUrl } = aboutSchema.parse((await call(await bff.ready, '/api/about')).json())
    bff.child.kill('SIGKILL')
    expect(await bff.ended).toBe('SIGKILL')
    await until(
      () => isListening(emUrl),
      (listening) => !listening,
    )
  })
})

describe.concurrent('a start that cannot be', () => {
  it.for<[string, Record<string, string>, RegExp]>([
    ['PORT', { PORT: 'eighty' }, /PORT must be a whole number from 0 to 65535, e\.g\. 8080/],
    [
      'HOST',
      { HOST: '192.0.2.1', ACCESS: 'open', ACCESS_OPEN_ANYWHERE: 'true' },
      /HOST is not an address of this machine/,
    ],
  ])('names %s in one message', async ([_name, variables, words], context) => {
    const bff = start(context, { ...nowhere, ...variables })
    expect(await bff.ended).toBe(1)
    expect(bff.out()).toBe('')
    expect(bff.err()).toMatch(words)
    expect(bff.err().trim().split('\n')).toEqual(['CDP Watch cannot start.', expect.any(String)])
  })

  it('says that PORT is taken, and leaves no logon and no simulator behind', async (context) => {
    const { startEm } = createRig(context)
    const em = await startEm()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const PORT = String(typeof address === 'object' ? address?.port : '')
    const bff = start(context, { PORT, ...variablesOf(em.target) })
    const demo = start(context, { PORT })
    expect(await bff.ended).toBe(1)
    expect(await demo.ended).toBe(1)
    other.close()
    expect(bff.err()).toBe(
      'CDP Watch cannot start.\nPORT is taken by another program on this address; set another one, e.g. 8081.\n',
    )
    expect(await liveLogonsAt(em)).toBe(0)
  })

  it('reads .env beside it, which gives way to the environment', async (context) => {
    const folder = mkdtempSync(path.join(checkout.folder, 'run-'))
    writeFileSync(path.join(folder, '.env'), 'PORT=not-a-port\n')
    const wrong = start(context, { ...nowhere, PORT: undefined }, folder)
    const right = start(context, nowhere, folder)
    expect(await wrong.ended).toBe(1)
    expect(wrong.err()).toContain('PORT must be a whole number')
    expect(await right.ready).toMatch(/^http:/)
  })

  it('says that .env cannot be read', async (context) => {
    const folder = mkdtempSync(path.join(checkout.folder, 'run-'))
    mkdirSync(path.join(folder, '.env'))
    const bff = start(context, {}, folder)
    expect(await bff.ended).toBe(1)
    expect(bff.err()).toContain('The file .env is there but cannot be read')
  })
})

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
