import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Simulation } from './api.ts'
import { answerControl, isControlPath } from './control.ts'
import type { Fault } from './faults.ts'
import { Faults } from './faults.ts'
import { FilterError } from './query/expression.ts'
import { RequestLog } from './request-log.ts'
import { createRouter, isApiPath, receivedTokenHeader } from './router.ts'
import { EmError } from './wire/errors.ts'
import type { Printed } from './wire/print.ts'
import { formOf, printAnswer, printError } from './wire/print.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

async function send(response: ServerResponse, printed: Printed): Promise<void> {
  if (typeof printed.body !== 'string') {
    response.writeHead(printed.status, printed.headers)
    await pipeline(Readable.from(printed.body), response)
    return
  }
  const length = { 'Content-Length': String(Buffer.byteLength(printed.body)) }
  response.writeHead(printed.status, {
    ...printed.headers,
    ...(printed.status === 204 ? {} : length),
  })
  response.end(printed.body)
}

/** Promises the whole body, sends half of it and cuts the connection. */
function sendHalf(response: ServerResponse, printed: Printed): void {
  const whole = Buffer.from(
    typeof printed.body === 'string' ? printed.body : [...printed.body].join(''),
  )
  response.writeHead(printed.status, { ...printed.headers, 'Content-Length': String(whole.length) })
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy())
}

const htmlPage: Printed = {
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Access portal</title></head><body><h1>Sign in to the network</h1><p>Your session has &quot;ended&quot;.</p></body></html>',
}

const messages = {
  '401': 'The logon session does not exist or has expired.',
  '403': 'Access is denied.',
  '500': 'Object reference not set to an instance of an object.',
  '503': 'The server is too busy to handle the request.',
} as const

/** A client that hangs up in the middle of an answer is no failure of the simulator. */
function isHangUp(error: unknown): boolean {
  const codes: unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']
  return error instanceof Error && 'code' in error && codes.includes(error.code)
}

/** Makes the listener of the HTTPS server: /api, and /__simulator where control is on. */
export function createListener(simulation: Simulation, control: 'on' | 'off'): Listener {
  const router = createRouter(simulation)
  const faults = new Faults()
  const log = new RequestLog()
  const { settings } = simulation

  const refuse = (request: IncomingMessage, error: unknown): Printed => {
    const form = formOf(headerOf(request, 'accept'))
    if (error instanceof EmError) {
      return printError(error.status, error.message, error.headers, form, settings)
    }
    // EM answers a wrong filter as it answers its own failures.
    if (error instanceof FilterError) return printError(500, error.message, {}, form, settings)
    throw error
  }

  const answer = (request: IncomingMessage): Printed => {
    const { method = 'GET', url = '/' } = request
    try {
      if (!isApiPath(url)) throw new EmError(404, `Resource ${url.split('?', 1)[0]} not found.`)
      const lengthGiven = ['content-length', 'transfer-encoding'].some(
        (name) => request.headers[name],
      )
      if (method === 'POST' && !lengthGiven) throw new EmError(411, 'Length required.')
      const answered = router({
        method,
        url,
        authorization: headerOf(request, 'authorization'),
        token: headerOf(request, receivedTokenHeader),
        cookies: request.headers.cookie,
      })
      if (answered.kind === 'document' && answered.status === 201) log.logons += 1
      return printAnswer(answered, formOf(headerOf(request, 'accept')), settings)
    } catch (error) {
      return refuse(request, error)
    }
  }

  const faulty = (request: IncomingMessage, fault: Fault): Printed => {
    const form = formOf(headerOf(request, 'accept'))
    switch (fault.kind) {
      case '401':
        return printError(
          401,
          messages['401'],
          { 'WWW-Authenticate': 'Basic Realm=RestSvc' },
          form,
          settings,
        )
      case '403':
        return printError(403, messages['403'], {}, form, settings)
      case '500':
        return printError(500, messages['500'], {}, form, settings)
      case '503': {
        const after =
          fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }
        return printError(503, messages['503'], after, form, settings)
      }
      case 'html':
        return htmlPage
      case 'xml-error':
        return printError(500, messages['500'], {}, 'xml', settings)
      default:
        return answer(request)
    }
  }

  const answerApi = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request
    const entry = log.begin(method, url, request.headers)
    response.once('close', () => log.end())
    request.resume()
    const fault = faults.take(url)
    const delay = settings.latencyMs + (fault?.delayMs ?? 0)
    if (delay > 0) await sleep(delay)
    if (response.destroyed) return
    // The estate's clock, as a real EM's Date is the clock that its times are to be compared with.
    response.setHeader('Date', new Date(simulation.clock.now()).toUTCString())
    if (fault?.kind === 'reset') {
      request.socket.destroy()
      return
    }
    const printed = fault ? faulty(request, fault) : answer(request)
    entry.status = printed.status
    if (fault?.kind === 'truncated') sendHalf(response, printed)
    else await send(response, printed)
  }

  const answerOwn = async (request: IncomingMessage, response: ServerResponse) => {
    const controlled = { simulation, faults, log }
    const { method = 'GET', url = '/' } = request
    const { status, body } = answerControl(controlled, method, url, await text(request))
    await send(response, {
      status,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    })
  }

  return (request, response) => {
    const own =
      control === 'on' &&
      isControlPath(request.url ?? '') &&
      loopback.includes(request.socket.remoteAddress ?? '')
    const answered = own ? answerOwn(request, response) : answerApi(request, response)
    answered.catch((error: unknown) => {
      if (isHangUp(error)) return
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      response.destroy()
    })
  }
}
