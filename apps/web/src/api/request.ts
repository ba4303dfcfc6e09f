import type { z } from 'zod'
import { DashboardUnreachable, errorOfBody } from './api-error.ts'

export type QueryValue = string | number | readonly string[] | undefined

const json = 'application/json'

/** Address of a path with its query; a list repeats its key, undefined is left out. */
export function urlOf(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const each of typeof value === 'object' ? value : [String(value)]) search.append(key, each)
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The answer of a route, parsed. `body` is sent as JSON by POST. Throws ApiError or DashboardUnreachable. */
export async function request<S extends z.ZodType>(
  url: string,
  answer: S,
  signal: AbortSignal,
  body?: object,
): Promise<z.output<S>> {
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  const response = await send(url, signal, sent)
  const said = await readJson(response, signal)
  if (!response.ok) throw errorOfBody(response.status, said)
  const parsed = answer.safeParse(said)
  if (parsed.success) return parsed.data
  throw new DashboardUnreachable(
    'The server is of another version than this page. Reload the page.',
    { cause: parsed.error },
  )
}

/** Asks a route to end something, by DELETE; its answer has no body. Throws as `request`. */
export async function requestDelete(url: string, signal: AbortSignal): Promise<void> {
  const response = await send(url, signal, { method: 'DELETE' })
  if (!response.ok) throw errorOfBody(response.status, await readJson(response, signal))
}

function send(url: string, signal: AbortSignal, sent: RequestInit | undefined): Promise<Response> {
  const headers = { accept: json, 'content-type': json }
  return fetch(url, { signal, headers, ...sent }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new DashboardUnreachable('The CDP Watch server does not answer.', { cause })
  })
}

function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new DashboardUnreachable(`The answer (${response.status}) could not be read.`, { cause })
  })
}
