import type { Agent } from 'node:http'
import { begin, type Called, call } from '../http-call.ts'
import type { FuzzRequest } from './fuzz-request.ts'

const patienceMs = 60_000

/**
 * Sends a request; once more on a new connection where the kept one was being closed just then, as HTTP
 * servers do with those that nobody has used for a few seconds.
 */
export function sendSurely(url: string, request: FuzzRequest, agent: Agent): Promise<Called> {
  return send(url, request, agent).catch((error: unknown) => {
    const isCut = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    return isCut ? send(url, request, undefined) : Promise.reject(error)
  })
}

/** Of an answer that never ends, the beginning is taken. */
async function send(url: string, request: FuzzRequest, agent: Agent | undefined): Promise<Called> {
  const { target, method, headers, body, operation } = request
  const options = {
    method,
    headers:
      body === undefined ? headers : { ...headers, 'content-length': `${Buffer.byteLength(body)}` },
    ...(agent ? { agent } : {}),
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body }),
  }
  if (operation.id !== 'events' || method !== 'GET') return call(url, target, options)
  const answer = await begin(url, target, options)
  const chunks: Buffer[] = []
  for await (const chunk of answer) {
    chunks.push(chunk)
    if (answer.statusCode === 200 && Buffer.concat(chunks).includes('data:')) break
  }
  const bytes = Buffer.concat(chunks)
  const text = bytes.toString()
  const { statusCode = 0, headers: answerHeaders } = answer
  return { status: statusCode, headers: answerHeaders, bytes, text, json: () => JSON.parse(text) }
}
