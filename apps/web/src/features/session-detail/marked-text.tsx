import { useMemo } from 'react'
import { MarkedParts } from '../../ui/marked-parts.tsx'
import type { KeptTexts } from './kept-texts.ts'
import { markVariables } from './mark-variables.ts'
import type { NameSet } from './name-set.ts'

interface MarkedTextProps {
  text: string
  names: NameSet
  /** What the index made of the text, where it has it. */
  kept?: KeptTexts
}

/** A message of EM as text, with what varies from VM to VM marked. */
export function MarkedText({ text, names, kept }: MarkedTextProps) {
  const known = kept?.parts.get(text)
  const parts = useMemo(() => (known ? [] : markVariables(text, names)), [known, text, names])
  if (known) return <MarkedParts parts={known} />
  return parts.map((part) =>
    part.variable ? <mark key={part.start}>{part.text}</mark> : part.text,
  )
}
