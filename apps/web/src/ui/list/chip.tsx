import { IconX } from '@tabler/icons-react'
import classes from './chip.module.css'

interface ChipProps {
  label: string
  words: string
  /** Why it is not applied; undefined where it is. */
  reason?: string | undefined
  onRemove: () => void
}

/** A filter in force, with a way to take it off. */
export function Chip({ label, words, reason, onRemove }: ChipProps) {
  return (
    <span className={classes.chip} data-refused={reason !== undefined} title={reason ?? words}>
      <b>{label}</b>
      <bdi className={classes.words}>{words}</bdi>
      {reason === undefined ? null : <span className={classes.reason}>not applied: {reason}</span>}
      <button type="button" aria-label={`Remove filter ${label}: ${words}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
  )
}
