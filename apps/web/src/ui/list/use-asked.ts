import { useCallback, useState } from 'react'
import { serverNow } from '../now.ts'

/** Presets count back from the minute, so that a question asked again within it is the same. */
const stepMs = 60_000

/**
 * When the page's question was asked, in milliseconds by the server's clock: anew for each `subject`, and
 * whenever it is told to ask again. `before`: when the first subject was asked, where a person comes back to it.
 */
export function useAsked(subject: string, before?: number): [number, () => void] {
  const [asked, setAsked] = useState(() => ({ subject, at: before ?? askedNow() }))
  const current = asked.subject === subject ? asked : { subject, at: askedNow() }
  if (current !== asked) setAsked(current)
  const askAgain = useCallback(
    () => setAsked((before) => ({ subject: before.subject, at: serverNow() })),
    [],
  )
  return [current.at, askAgain]
}

/** The time from which a question counts that is asked for the first time now. */
export function askedNow(): number {
  return Math.floor(serverNow() / stepMs) * stepMs
}
