import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { CauseTexts } from './cause-texts.ts'
import { DetailBar } from './detail-bar.tsx'
import { NoSuchSession } from './no-such-session.tsx'
import { RawJson } from './raw-json.tsx'
import { RecentStrip } from './recent-strip.tsx'
import classes from './session-detail.module.css'
import { SessionFacts, SessionFactsSkeleton, SessionOrigin } from './session-head.tsx'
import { SourceNotice } from './source-notice.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { TasksSection } from './tasks-section.tsx'
import { ticketText } from './ticket.ts'
import { type SessionAnswers, useSessionAnswers } from './use-session-answers.ts'
import { WhySection } from './why-section.tsx'

interface SessionDetailProps {
  uid: string
  /** A panel beside other content, or a page of its own. */
  layout: 'drawer' | 'page'
  onClose: () => void
  onExpand: () => void
  /** The absolute address of a session's page. */
  ticketLink: (uid: string) => string
  /** Opens another session in this one's place. */
  onSession?: (uid: string) => void
  /** Address of the page of a group of failures, and the way there. */
  group: CauseTexts['group']
}

/** One session in full: how it is, why, its VMs, those before and after it, and what EM itself says of it. */
export function SessionDetail(props: SessionDetailProps) {
  const { uid, layout, onClose, onExpand, ticketLink, onSession, group } = props
  const answers = useSessionAnswers(uid)
  const { findings, answeredUTC, source } = answers
  const heading = useRef<HTMLHeadingElement>(null)
  // Once: who then walks from session to session, by rows, buttons or marks, stays where they are.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const ticket =
    findings && answeredUTC !== null
      ? () =>
          ticketText({
            ...findings,
            source: source.kind === 'live' ? 'live' : 'index',
            answeredUTC,
            link: ticketLink(uid),
          })
      : undefined
  const content = (
    <>
      <DetailBar
        layout={layout}
        answers={answers}
        ticket={ticket}
        onSession={onSession}
        onExpand={onExpand}
        onClose={onClose}
      />
      <div className={classes.body}>
        <div className={classes.column}>
          <h2 className={classes.title} ref={heading} tabIndex={-1} dir="auto">
            {findings ? findings.session.policyName : 'Session'}
          </h2>
          <VisuallyHidden role="status">{announcement(answers)}</VisuallyHidden>
          <Findings
            uid={uid}
            answers={answers}
            linkOf={ticketLink}
            onSession={onSession}
            group={group}
          />
        </div>
      </div>
    </>
  )
  return layout === 'drawer' ? (
    <aside className={classes.detail} data-layout="drawer" aria-label="Session details">
      {content}
    </aside>
  ) : (
    <main className={classes.detail} data-layout="page" aria-label="Session details">
      <VisuallyHidden component="h1">Session</VisuallyHidden>
      {content}
    </main>
  )
}

interface FindingsProps {
  uid: string
  answers: SessionAnswers
  linkOf: (uid: string) => string
  onSession: ((uid: string) => void) | undefined
  group: CauseTexts['group']
}

/** Each part stands or falls by the answer it needs: the head stays when only the VMs fail. */
function Findings({ uid, answers, linkOf, onSession, group }: FindingsProps) {
  const { sessionQuery, source, findings, vms, names, kept } = answers
  const nothing = source.kind === 'none' ? source.because : undefined
  const vmsWithoutSession = nothing === 'no-answer' && vms.kind === 'known' && vms.rows.length > 0
  return (
    <>
      {findings ? <SessionOrigin session={findings.session} /> : null}
      {sessionQuery.isError && sessionQuery.data ? (
        <StaleNotice error={sessionQuery.error} onRetry={answers.refresh} />
      ) : null}
      <SourceNotice answers={answers} />
      {findings ? (
        <>
          <SessionFacts session={findings.session} health={findings.health} vms={vms} />
          <WhySection why={findings.why} texts={{ names, kept, group }} />
        </>
      ) : null}
      {nothing === 'asking' ? <SessionFactsSkeleton /> : null}
      {nothing === 'no-answer' && sessionQuery.error ? (
        <ProblemNotice error={sessionQuery.error} onRetry={() => void sessionQuery.refetch()} />
      ) : null}
      {nothing === 'no-such-session' ? <NoSuchSession uid={uid} /> : null}
      {findings || vmsWithoutSession ? <TasksSection key={uid} answers={answers} /> : null}
      {findings ? (
        <RecentStrip uid={uid} answers={answers} linkOf={linkOf} onSession={onSession} />
      ) : null}
      {findings ? <RawJson key={`raw ${uid}`} uid={uid} /> : null}
    </>
  )
}

function announcement({ source, findings }: SessionAnswers): string {
  if (source.kind === 'none' && source.because === 'asking')
    return 'Asking Enterprise Manager for the session'
  if (!findings) return ''
  const { session, health } = findings
  return `Session of ${session.policyName}${health.kind === 'known' ? `: ${health.word}` : ''}`
}
