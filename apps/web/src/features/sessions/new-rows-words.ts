import { formatCount } from '../../ui/format-count.ts'

interface NewRows {
  added: number
  changed: number
  /** Whether those that changed would stand elsewhere, or not at all. */
  isMoved: boolean
}

/** What has come since: `3 new, 1 changed`; undefined where showing it would change nothing. */
export function newRowsWords({ added, changed, isMoved }: NewRows): string | undefined {
  const parts = [
    ...(added > 0 ? [`${formatCount(added)} new`] : []),
    ...(isMoved && changed > 0 ? [`${formatCount(changed)} changed`] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  return isMoved ? 'Not in order any more' : undefined
}
