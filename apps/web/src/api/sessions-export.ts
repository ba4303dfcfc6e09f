import { paths } from '@cdp-watch/contract'
import { DashboardUnreachable, errorOfBody } from './api-error.ts'
import { urlOf } from './request.ts'
import { rowCounter } from './row-counter.ts'
import type { SessionsSelection } from './sessions.ts'

export type ExportFormat = 'csv' | 'json'

/** Bytes kept as such; more are handed over to the browser, which puts large files on disk. */
const piece = 8_000_000

/**
 * All rows of a selection as a file, read as they come. `onRows` is told how many rows there are so far,
 * of how many. Rejects with ApiError, DashboardUnreachable, or the signal's reason where it is aborted.
 */
export async function exportSessions(
  selection: SessionsSelection,
  format: ExportFormat,
  onRows: (rows: number, total: number | undefined) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const url = urlOf(paths.sessionsExport, { ...selection, format })
  const unreachable = (cause: unknown) => {
    if (signal.aborted) throw cause
    throw new DashboardUnreachable('The CDP Watch server broke off.', { cause })
  }
  const response = await fetch(url, { signal }).catch(unreachable)
  if (!response.ok || !response.body) {
    throw errorOfBody(response.status, await response.json().catch(unreachable))
  }
  const announced = Number(response.headers.get('x-total-rows') ?? Number.NaN)
  const total = Number.isInteger(announced) ? announced : undefined
  const counter = rowCounter(format)
  const pieces: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(unreachable)
    if (done) break
    onRows(counter.add(value), total)
    waiting.push(value)
    bytes += value.length
    if (bytes < piece) continue
    pieces.push(new Blob(waiting))
    waiting = []
    bytes = 0
  }
  const type = response.headers.get('content-type') ?? ''
  return new Blob([...pieces, ...waiting], { type })
}
