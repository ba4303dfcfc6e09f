import { useCallback, useState } from 'react'
import { serverNow } from '../now.ts'

/** Presets count back from the minute, so that a question asked again within it is the same. */
const stepMs = 60_000

/**
 * When the page's question was asked, in milliseconds by the server's clock: anew for each `subject`, and
 * whenever it is told to ask again.
 */
export function useAsked(subject: string): [number, () => void] {
  const [asked, setAsked] = useState(() => ({ subject, at: minuteOf(serverNow()) }))
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
