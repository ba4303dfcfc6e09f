import { Agent } from 'node:http'
import type { Called } from '../http-call.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import { judge } from './judge.ts'
import { type KnownWorld, learnPage } from './known-world.ts'
import { makeRequest } from './make-request.ts'
import type { Operation } from './operations.ts'
import { Random } from './random.ts'
import { sendSurely } from './send.ts'
import type { Visitors } from './visitors.ts'

interface FuzzOptions {
  url: string
  operations: readonly Operation[]
  world: KnownWorld
  visitors: Visitors
  seed: number
  requests: number
}

/** What became of the requests to one route. */
export interface Tally {
  /** Requests of which all was right, and of which something was not. */
  good: number
  bad: number
  /** Answered with 2xx or 3xx. */
  answered: number
}

export interface FuzzOutcome {
  sent: number
  tallies: Map<string, Tally>
  /** What was wrong, at most `mostComplaints` of it. */
  complaints: string[]
}

const atATime = 16
const mostComplaints = 30
/** Routes that are asked more often or less often than others: by what there is to go wrong, and what it costs. */
const weights: Readonly<Record<string, number>> = {
  sessions: 6,
  emQuery: 3,
  failures: 3,
  failure: 3,
  overview: 3,
  policies: 2,
  sessionsExport: 0.5,
  signIn: 0.5,
  signOut: 0.3,
  openApi: 0.3,
}

/** Sends requests made by chance, some at a time, and judges every answer. */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const { url, operations, seed, requests } = options
  const shares = Object.fromEntries(operations.map(({ id }) => [id, weights[id] ?? 1]))
  const agent = new Agent({ keepAlive: true, maxSockets: atATime })
  const outcome: FuzzOutcome = {
    sent: 0,
    tallies: new Map(operations.map(({ id }) => [id, { good: 0, bad: 0, answered: 0 }])),
    complaints: [],
  }
  const sendNext = async () => {
    const number = outcome.sent
    outcome.sent += 1
    // Each has a chance of its own, so that it is the same whatever becomes of those before it.
    const random = new Random(seed + number * 7919)
    const id = random.weighed(shares)
    const operation = operations.find((each) => each.id === id)
    if (!operation) throw new Error(`there is no route ${id}`)
    const request = await makeRequest(operation, { ...options, random })
    const answer = await sendSurely(url, request, agent).catch((error: unknown) => error)
    note(outcome, options.world, request, answer, number)
  }
  const sendAll = async () => {
    while (outcome.sent < requests && outcome.complaints.length < mostComplaints) await sendNext()
  }
  try {
    await Promise.all(Array.from({ length: atATime }, sendAll))
  } finally {
    agent.destroy()
  }
  return outcome
}

function note(
  { tallies, complaints }: FuzzOutcome,
  world: KnownWorld,
  request: FuzzRequest,
  answer: unknown,
  number: number,
): void {
  const { operation, isGood } = request
  const tally = tallies.get(operation.id)
  const found = isCalled(answer) ? judge(request, answer) : [`no answer: ${answer}`]
  const isAnswered = isCalled(answer) && answer.status < 400
  if (tally) {
    tally[isGood ? 'good' : 'bad'] += 1
    if (isAnswered) tally.answered += 1
    if (
      isAnswered &&
      operation.id === 'sessions' &&
      request.method === 'GET' &&
      found.length === 0
    ) {
      learnPage(world, request, answer)
    }
  }
  const what = `#${number} ${request.method} ${shorten(request.target)}`
  const body = request.body === undefined ? '' : ` ${shorten(request.body)}`
  complaints.push(...found.slice(0, 2).map((each) => `${what}${body}\n  ${shorten(each)}`))
}

/** As it can be read in a report: without long repetitions. */
function shorten(text: string): string {
  return text.replaceAll(/(.{1,6}?)\1{20,}/g, '$1…').slice(0, 1500)
}

function isCalled(answer: unknown): answer is Called {
  return typeof answer === 'object' && answer !== null && 'bytes' in answer
}
