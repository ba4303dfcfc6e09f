import type { Simulation } from './api.ts'
import type { Fault, FaultKind, Faults } from './faults.ts'
import { faultKinds } from './faults.ts'
import type { RequestLog } from './request-log.ts'

/** What control works on. */
export interface Controlled {
  readonly simulation: Simulation
  readonly faults: Faults
  readonly log: RequestLog
}

/** An answer of control, always JSON. */
export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}

type Body = Readonly<Record<string, unknown>>
type Handler = (controlled: Controlled, body: Body) => unknown

/** A control request that is wrong; the message says how. */
class ControlError extends Error {}

function isFaultKind(value: unknown): value is FaultKind {
  return faultKinds.some((kind) => kind === value)
}

function optionalNumber(body: Body, name: string): number | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value >= 0)) {
    throw new ControlError(`${name} must be a number from 0.`)
  }
  return value
}

function optionalFlag(body: Body, name: string): boolean | undefined {
  const value = body[name]
  if (value !== undefined && typeof value !== 'boolean') {
    throw new ControlError(`${name} must be true or false.`)
  }
  return value
}

function onlyKnown(body: Body, names: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new ControlError(`Unknown field ${unknown}.`)
}

function fail({ faults }: Controlled, body: Body): unknown {
  onlyKnown(body, ['kind', 'count', 'delayMs', 'path', 'retryAfter'])
  const { kind, path = '' } = body
  if (!isFaultKind(kind)) throw new ControlError(`kind must be one of ${faultKinds.join(', ')}.`)
  if (typeof path !== 'string') throw new ControlError('path must be a text.')
  const fault: Fault = {
    kind,
    path,
    count: Math.max(1, optionalNumber(body, 'count') ?? 1),
    delayMs: optionalNumber(body, 'delayMs') ?? (kind === 'slow' ? 5_000 : 0),
    retryAfter: optionalNumber(body, 'retryAfter'),
  }
  faults.add(fault)
  return { waiting: faults.waiting }
}

function set({ simulation }: Controlled, body: Body): unknown {
  onlyKnown(body, ['latencyMs', 'maxPageSize', 'bom', 'collecting', 'jsonCase'])
  const { settings, estate, clock } = simulation
  const { jsonCase } = body
  const latencyMs = optionalNumber(body, 'latencyMs')
  const maxPageSize = optionalNumber(body, 'maxPageSize')
  const bom = optionalFlag(body, 'bom')
  const collecting = optionalFlag(body, 'collecting')
  if (jsonCase !== undefined && jsonCase !== 'camel' && jsonCase !== 'pascal') {
    throw new ControlError('jsonCase must be camel or pascal.')
  }
  settings.latencyMs = latencyMs ?? settings.latencyMs
  settings.maxPageSize = Math.max(1, Math.floor(maxPageSize ?? settings.maxPageSize))
  settings.bom = bom ?? settings.bom
  settings.jsonCase = jsonCase ?? settings.jsonCase
  if (collecting !== undefined)
    estate.collecting.set(collecting ? 'running' : 'frozen', clock.now())
  return settings
}

function clock({ simulation }: Controlled, body: Body): unknown {
  onlyKnown(body, ['advanceSeconds'])
  const { advanceSeconds } = body
  if (typeof advanceSeconds !== 'number' || !Number.isFinite(advanceSeconds)) {
    throw new ControlError('advanceSeconds must be a number.')
  }
  simulation.clock.advance(advanceSeconds)
  return { now: new Date(simulation.clock.now()).toISOString() }
}

function requests({ log, simulation }: Controlled): unknown {
  return {
    total: log.total,
    byKind: Object.fromEntries(log.byKind),
    cookiesSeen: log.cookiesSeen,
    logons: log.logons,
    liveLogons: simulation.logons.list().length,
    maxConcurrent: log.maxConcurrent,
    requests: log.requests,
  }
}

function health({ simulation, faults }: Controlled): unknown {
  const now = simulation.clock.now()
  const snapshot = simulation.estate.snapshot(now)
  return {
    status: 'ok',
    now: new Date(now).toISOString(),
    policies: snapshot.infrastructure.policies.length,
    sessions: snapshot.sessions,
    faultsWaiting: faults.waiting,
  }
}

const handlers: Readonly<Record<string, Handler>> = {
  'POST /__simulator/fail': fail,
  'POST /__simulator/set': set,
  'POST /__simulator/clock': clock,
  'POST /__simulator/expire-logons': ({ simulation }) => {
    simulation.logons.expireAll()
    return { liveLogons: 0 }
  },
  'GET /__simulator/requests': requests,
  'DELETE /__simulator/requests': ({ log }) => {
    log.clear()
    return { total: 0 }
  },
  'DELETE /__simulator/fail': ({ faults }) => {
    faults.clear()
    return { waiting: 0 }
  },
  'GET /__simulator/health': health,
}

function readBody(text: string): Body {
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ControlError('The body is not JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ControlError('The body must be an object.')
  }
  return Object.fromEntries(Object.entries(value))
}

/** Whether a path belongs to control. */
export function isControlPath(url: string): boolean {
  return url.startsWith('/__simulator/')
}

/** Answers a request to /__simulator: 400 with a message where it is wrong, 404 where there is nothing. */
export function answerControl(
  controlled: Controlled,
  method: string,
  url: string,
  body: string,
): ControlAnswer {
  const name = `${method} ${url.split('?', 1)[0]}`
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler) return { status: 404, body: { message: `There is no ${name}.` } }
  try {
    return { status: 200, body: handler(controlled, readBody(body)) }
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    return { status: 400, body: { message: error.message } }
  }
}
