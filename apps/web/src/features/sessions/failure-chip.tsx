import { useQueries } from '@tanstack/react-query'
import { failureQuery } from '../../api/failures.ts'
import { Chip } from '../../ui/list/chip.tsx'

interface FailureChipProps {
  label: string
  /** Ids of groups of failures. */
  ids: readonly string[]
  reason: string | undefined
  onRemove: () => void
}

/** The groups of failures the sessions are narrowed to, by their templates; by its id one that is not known. */
export function FailureChip({ ids, ...chip }: FailureChipProps) {
  const groups = useQueries({ queries: ids.map((id) => failureQuery(id)) })
  const words = groups.map(({ data }, index) => data?.group.template ?? ids[index]).join(', ')
  return <Chip {...chip} words={words} />
}
