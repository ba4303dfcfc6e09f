import { useMemo } from 'react'
import { markVariables } from './mark-variables.ts'
import type { NameSet } from './name-set.ts'

/** A message of EM as text, with what varies from VM to VM marked. */
export function MarkedText({ text, names }: { text: string; names: NameSet }) {
  const parts = useMemo(() => markVariables(text, names), [text, names])
  return parts.map((part) =>
    part.variable ? <mark key={part.start}>{part.text}</mark> : part.text,
  )
}
