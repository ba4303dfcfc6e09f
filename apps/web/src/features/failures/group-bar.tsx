import { Button } from '@mantine/core'
import { IconArrowLeft, IconClipboardText } from '@tabler/icons-react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CopyLink } from '../../ui/copy-link.tsx'
import { Chip } from '../../ui/list/chip.tsx'
import classes from '../../ui/list/toolbar.module.css'
import { RangeMenu } from '../../ui/range/range-menu.tsx'
import type { GroupChange, GroupSearch } from './failures-search.ts'
import { usualFailuresRange } from './failures-selection.ts'
import type { Names } from './use-names.ts'

interface GroupBarProps {
  search: GroupSearch
  onChange: (change: GroupChange) => void
  onBack: () => void
  names: Names
  /** Makes the text for a ticket; undefined while there is nothing to tell. */
  ticket: (() => string) | undefined
}

/** The way back, which sessions the group is told of, and what can be done with it. */
export function GroupBar({ search, onChange, onBack, names, ticket }: GroupBarProps) {
  const { q, policyUid, backupServerUid } = search
  const narrowed = [
    { key: 'q', label: 'Search', words: q },
    {
      key: 'backupServerUid',
      label: 'Server',
      words: backupServerUid?.map((uid) => names.nameOf('backupServer', uid)).join(', '),
    },
    {
      key: 'policyUid',
      label: 'Policy',
      words: policyUid?.map((uid) => names.nameOf('policy', uid)).join(', '),
    },
  ] as const
  return (
    <div className={classes.bar} role="toolbar" aria-label="Cause shown">
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={onBack}
      >
        All failures
      </Button>
      <RangeMenu search={search} usual={usualFailuresRange} onChange={onChange} />
      {narrowed.map(({ key, label, words }) =>
        words === undefined ? null : (
          <Chip
            key={key}
            label={label}
            words={words}
            onRemove={() => onChange({ [key]: undefined })}
          />
        ),
      )}
      <div className={classes.end}>
        {ticket === undefined ? null : (
          <CopyButton size="sm" text={ticket} icon={<IconClipboardText size={16} aria-hidden />}>
            Copy for ticket
          </CopyButton>
        )}
        <span className={classes.link}>
          <CopyLink />
        </span>
      </div>
    </div>
  )
}
