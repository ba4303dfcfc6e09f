import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconArrowsDiagonal, IconX } from '@tabler/icons-react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './detail-bar.module.css'
import type { SessionAnswers } from './use-session-answers.ts'

interface DetailBarProps {
  layout: 'drawer' | 'page'
  answers: SessionAnswers
  /** Makes the text for a ticket; undefined while there is no session to tell of. */
  ticket: (() => string) | undefined
  onExpand: () => void
  onClose: () => void
}

/** Above a session: how old the answer is, and what can be done with it. */
export function DetailBar({ layout, answers, ticket, onExpand, onClose }: DetailBarProps) {
  return (
    <div className={classes.bar}>
      {layout === 'page' ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onClose}
        >
          Back
        </Button>
      ) : null}
      <Freshness answers={answers} />
      <div className={classes.actions}>
        {ticket ? <CopyButton text={ticket}>Copy for ticket</CopyButton> : null}
        {layout === 'drawer' ? (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Open as a page"
              onClick={onExpand}
            >
              <IconArrowsDiagonal size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={onClose}>
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </>
        ) : null}
      </div>
    </div>
  )
}

function Freshness({ answers: { answeredUTC, asking, refresh } }: { answers: SessionAnswers }) {
  if (answeredUTC === null) return null
  return (
    <span className={classes.freshness}>
      asked <AgeText at={answeredUTC} />
      {' · '}
      <button type="button" className={classes.refresh} aria-disabled={asking} onClick={refresh}>
        {asking ? 'Asking…' : 'Refresh'}
      </button>
    </span>
  )
}
