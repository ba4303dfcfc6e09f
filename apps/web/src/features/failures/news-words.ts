import type { FailuresPart } from '../../api/failures.ts'
import { countOf } from '../../ui/format-count.ts'

/** What has come to the list since it was shown; undefined where showing it would change nothing. */
export function newsWords(
  part: Pick<FailuresPart, 'rows'> & { answer: Pick<FailuresPart['answer'], 'items'> },
  isMoved: boolean,
): string | undefined {
  const shown = new Set(part.rows.map(({ id }) => id))
  const others = part.answer.items.filter(({ id }) => !shown.has(id)).length
  if (others > 0) return countOf(others, 'other cause')
  return isMoved ? 'The order has changed' : undefined
}
