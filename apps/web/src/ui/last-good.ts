import { useState } from 'react'

/** The value, or while there is none the last one there was: a failed refresh does not take away what was known. */
export function useLastGood<T>(value: T | undefined): T | undefined {
  const [good, setGood] = useState(value)
  if (value !== undefined && value !== good) setGood(value)
  return value ?? good
}
