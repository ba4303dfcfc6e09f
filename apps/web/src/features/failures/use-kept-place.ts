import { useEffect, useRef, useState } from 'react'
import { type KeptPlace, keepPlace, keptPlace } from './kept-places.ts'

/**
 * The place in the list that a person left, where they come back to it, and the way to keep the one they
 * are at. `entryOf` names the entry of the browser's history that is shown.
 */
export function useKeptPlace(subject: string, entryOf: () => string) {
  const [kept] = useState(() => keptPlace(entryOf(), subject))
  const entry = useRef('')
  const place = useRef<KeptPlace | undefined>(undefined)
  // When the list is left its entry is no longer the one that is shown.
  useEffect(() => {
    if (place.current?.subject !== subject) place.current = undefined
    entry.current = entryOf()
  }, [subject, entryOf])
  useEffect(
    () => () => {
      if (place.current) keepPlace(entry.current, place.current)
    },
    [],
  )
  return {
    kept,
    /** Tells where the person is now. */
    onPlace: (now: KeptPlace) => {
      place.current = now
    },
  }
}
