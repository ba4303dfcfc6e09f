import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { liveBackupServersQuery, livePoliciesQuery } from '../../api/live.ts'
import classes from './choice-chips.module.css'
import { type ChoiceKey, choiceFields } from './live-filter.ts'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

/** What the rail filters by, beside the other filters, each with a way to take it off. */
export function ChoiceChips({
  search,
  onChange,
}: {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
}) {
  const policies = useQuery({ ...livePoliciesQuery, enabled: search.policyUid !== undefined })
  const servers = useQuery({
    ...liveBackupServersQuery,
    enabled: search.backupServerUid !== undefined,
  })
  const nameOf = (key: ChoiceKey, value: string): string => {
    if (key === 'policyUid')
      return policies.data?.rows.find((each) => each.uid === value)?.name ?? value
    if (key === 'backupServerUid')
      return servers.data?.rows.find((each) => each.uid === value)?.name ?? value
    return value
  }
  return choiceFields.map(({ key, label }) => {
    const values = search[key]
    if (!values) return null
    const words = values.map((value) => nameOf(key, value)).join(', ')
    return (
      <span key={key} className={classes.chip}>
        <b>{label}</b>
        <span className={classes.words}>{words}</span>
        <button
          type="button"
          aria-label={`Remove filter ${label}: ${words}`}
          onClick={() => onChange({ [key]: undefined })}
        >
          <IconX size={14} aria-hidden />
        </button>
      </span>
    )
  })
}
