import type { z } from 'zod'
import { DashboardUnreachable, errorOfBody } from './api-error.ts'

export type QueryValue = string | number | readonly string[] | undefined

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

/** The answer of a route, parsed. Throws ApiError or DashboardUnreachable. */
export async function request<S extends z.ZodType>(
  url: string,
  answer: S,
  signal: AbortSignal,
): Promise<z.output<S>> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new DashboardUnreachable('The CDP Watch server does not answer.', { cause })
    },
  )
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new DashboardUnreachable(`The answer (${response.status}) could not be read.`, { cause })
  })
  if (!response.ok) throw errorOfBody(response.status, body)
  const parsed = answer.safeParse(body)
  if (parsed.success) return parsed.data
  throw new DashboardUnreachable(
    'The server is of another version than this page. Reload the page.',
    { cause: parsed.error },
  )
}
