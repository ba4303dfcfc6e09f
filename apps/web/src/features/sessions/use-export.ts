import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { SessionsSelection } from '../../api/sessions.ts'
import { type ExportFormat, exportSessions } from '../../api/sessions-export.ts'
import { serverNow } from '../../ui/now.ts'

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; rows: number; total: number | undefined }
  | { kind: 'saved'; rows: number }
  | { kind: 'failed'; error: Error }

/** A file's address has to live until the browser has taken it. */
const addressKeptMs = 60_000
const tellEveryMs = 100

/** Exports rows one file at a time; `cancel` ends the one under way. */
export function useExport(selection: SessionsSelection) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  // As one of the page's own requests: where the sign-in has ended, it leads to a new one as they do.
  const { mutateAsync: ask } = useMutation({
    mutationFn: (wanted: Parameters<typeof exportSessions>) => exportSessions(...wanted),
  })
  const cancel = () => running.current?.abort()
  const start = async (format: ExportFormat) => {
    cancel()
    const controller = new AbortController()
    running.current = controller
    let rows = 0
    let told = 0
    setState({ kind: 'running', rows: 0, total: undefined })
    try {
      const file = await ask([
        selection,
        format,
        (counted, total) => {
          rows = counted
          if (performance.now() - told < tellEveryMs) return
          told = performance.now()
          setState({ kind: 'running', rows, total })
        },
        controller.signal,
      ])
      save(file, format)
      setState({ kind: 'saved', rows })
    } catch (error) {
      if (running.current !== controller) return
      setState(
        controller.signal.aborted || !(error instanceof Error)
          ? { kind: 'idle' }
          : { kind: 'failed', error },
      )
    }
  }
  const dismiss = useCallback(() => setState({ kind: 'idle' }), [])
  return { state, start, cancel, dismiss }
}

function save(file: Blob, format: ExportFormat): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `cdp-sessions-${new Date(serverNow()).toISOString().slice(0, 10)}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), addressKeptMs)
}
