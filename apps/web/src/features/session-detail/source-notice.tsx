import { titleOf } from '../../ui/problem-notice.tsx'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './stale-notice.module.css'
import type { SessionAnswers } from './use-session-answers.ts'

/** What is shown is the index's, because EM has the session no more or does not answer. */
export function SourceNotice({ answers }: { answers: SessionAnswers }) {
  const { source, sessionQuery, answeredUTC, refresh } = answers
  if (source.kind !== 'index' || source.because === 'asking') return null
  const isGone = source.because === 'gone'
  return (
    <div className={classes.stale} role="status">
      <p>
        <b>
          {isGone
            ? 'Enterprise Manager no longer has this session.'
            : `${sessionQuery.error ? titleOf(sessionQuery.error) : 'No answer'}.`}
        </b>{' '}
        {isGone ? null : sessionQuery.error?.message} What is shown is what CDP Watch’s index has of
        it
        {answeredUTC === null ? '; how old that is is not known' : ', as of '}
        {answeredUTC === null ? null : <AgeText at={answeredUTC} />}.
      </p>
      <button type="button" className={classes.retry} onClick={refresh}>
        Ask again
      </button>
    </div>
  )
}
