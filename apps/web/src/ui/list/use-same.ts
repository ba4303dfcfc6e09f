import { useState } from 'react'

/** The value, or the one before while it says the same: for what is made anew and compared by identity. */
export function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value)
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept
  setKept(value)
  return value
}
