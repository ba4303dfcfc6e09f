import { useCallback, useState } from 'react'
import { serverNow } from '../now.ts'

/** Presets count back from the minute, so that a question asked again within it is the same. */
const stepMs = 60_000

/**
 * When the page's question was asked, in milliseconds by the server's clock: anew for each `subject`, and
 * whenever it is told to ask again. `before`: when the first subject was asked, where a person comes back to it.
 */
export function useAsked(subject: string, before?: number): [number, () => void] {
  const [asked, setAsked] = useState(() => ({ subject, at: before ?? minuteOf(serverNow()) }))
  const current = asked.subject === subject ? asked : { subject, at: minuteOf(serverNow()) }
  if (current !== asked) setAsked(current)
  const askAgain = useCallback(
    () => setAsked((before) => ({ subject: before.subject, at: serverNow() })),
    [],
  )
  return [current.at, askAgain]
}

function minuteOf(ms: number): number {
  return Math.floor(ms / stepMs) * stepMs
}
