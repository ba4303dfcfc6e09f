import { isDeepStrictEqual } from 'node:util'
import { accessRoutes, problemSchema, type Route, routes } from '@cdp-watch/contract'
import type { Called } from '../http-call.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import { beyondAsked } from './within.ts'

const contract: ReadonlyMap<string, Route> = new Map(Object.entries({ ...routes, ...accessRoutes }))

/** What is wrong with an answer to this request, each in a sentence; nothing where all is well. */
export function judge(request: FuzzRequest, answer: Called): string[] {
  return answer.status < 400 ? judgeAnswer(request, answer) : judgeRefusal(request, answer)
}

function judgeAnswer(request: FuzzRequest, answer: Called): string[] {
  const { operation, method, expected } = request
  if (!expected.answered) return [`answered with ${answer.status}, though it was to be refused`]
  if (method === 'HEAD') return answer.bytes.length === 0 ? [] : ['HEAD has a body']
  const schema = contract.get(operation.id)?.answer
  // EM's own JSON, and documents, are not described by the contract.
  if (!schema || request.asked.some(([name, value]) => name === 'raw' && value === 'true')) {
    return beyondAsked(request, answer)
  }
  const type = answer.headers['content-type'] ?? ''
  if (!type.startsWith('application/json')) return [`answered with the type ${type}`]
  const json = answer.json()
  const parsed = schema.safeParse(json)
  if (!parsed.success) return [`is not what the contract says: ${parsed.error.message}`]
  if (!isDeepStrictEqual(parsed.data, json)) return ['holds more than the contract tells']
  return beyondAsked(request, answer)
}

function judgeRefusal({ operation, method, expected }: FuzzRequest, answer: Called): string[] {
  const { status, headers, text } = answer
  if (method === 'HEAD') return judgeHead(expected.refusals.length > 0, status)
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('application/problem+json'))
    return [`${status} with the type ${type}: ${text}`]
  const parsed = problemSchema.strict().safeParse(answer.json())
  if (!parsed.success) return [`${status} is not the contract's problem: ${parsed.error.message}`]
  const { code, parameter, detail } = parsed.data
  const complaints = []
  if (parsed.data.status !== status)
    complaints.push(`${status} says that it is ${parsed.data.status}`)
  // An address beside the route's is no route.
  if (code !== 'not-found' && !operation.codes.has(code))
    complaints.push(`${code} is not among the codes of the route`)
  const waits = status === 503 || status === 429
  if (waits && !(Number(headers['retry-after']) > 0))
    complaints.push(`${status} without Retry-After`)
  if (status === 405 && !headers.allow) complaints.push('405 without Allow')
  const isExpected = expected.refusals.some(
    (each) => each.code === code && (each.parameter ?? parameter) === parameter,
  )
  if (!isExpected) complaints.push(`refused with ${status} ${code} of ${parameter}: ${detail}`)
  return complaints
}

/** Where HEAD is not taken at all, nothing of the request is looked at. */
function judgeHead(isToBeRefused: boolean, status: number): string[] {
  return isToBeRefused || status === 405 ? [] : [`HEAD is refused with ${status}`]
}
