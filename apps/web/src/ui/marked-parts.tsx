import type { TextPart } from '@cdp-watch/contract'

/** A text or a template as the index took it apart, with what varies marked and named in its title. */
export function MarkedParts({ parts }: { parts: readonly TextPart[] }) {
  let start = 0
  return parts.map(({ text, kind }) => {
    const key = start
    start += text.length
    return kind === null ? (
      text
    ) : (
      <mark key={key} title={kind}>
        {text}
      </mark>
    )
  })
}
