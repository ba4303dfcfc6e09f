import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconArrowsDiagonal, IconX } from '@tabler/icons-react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './detail-bar.module.css'
import type { SessionAnswers } from './use-session-answers.ts'
import { WalkButtons } from './walk-buttons.tsx'

interface DetailBarProps {
  layout: 'drawer' | 'page'
  answers: SessionAnswers
  /** Makes the text for a ticket; undefined while there is no session to tell of. */
  ticket: (() => string) | undefined
  onSession: ((uid: string) => void) | undefined
  onExpand: () => void
  onClose: () => void
}

/** Above a session: the way to those before and after it, how old the answer is, and what can be done with it. */
export function DetailBar(props: DetailBarProps) {
  const { layout, answers, ticket, onSession, onExpand, onClose } = props
  return (
    <div className={classes.bar} data-stays>
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
      {onSession ? <WalkButtons walk={answers.walk} onSession={onSession} /> : null}
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

function Freshness({ answers }: { answers: SessionAnswers }) {
  const { answeredUTC, asking, refresh, source } = answers
  if (answeredUTC === null) return null
  return (
    <span className={classes.freshness}>
      {source.kind === 'index' ? 'index, as of' : 'asked'} <AgeText at={answeredUTC} />
      {' · '}
      <button type="button" className={classes.refresh} aria-disabled={asking} onClick={refresh}>
        {asking ? 'Asking…' : 'Refresh'}
      </button>
    </span>
  )
}
