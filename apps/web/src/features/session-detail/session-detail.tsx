import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { DetailBar } from './detail-bar.tsx'
import { NoSuchSession } from './no-such-session.tsx'
import { RawJson } from './raw-json.tsx'
import classes from './session-detail.module.css'
import { SessionFacts, SessionFactsSkeleton, SessionOrigin } from './session-head.tsx'
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
}

/** One session in full, asked live: how it is, why, its VMs, and what EM itself says of it. */
export function SessionDetail({ uid, layout, onClose, onExpand, ticketLink }: SessionDetailProps) {
  const answers = useSessionAnswers(uid)
  const { findings, answeredUTC } = answers
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (uid !== '') heading.current?.focus({ preventScroll: true })
  }, [uid])

  const ticket =
    findings && answeredUTC !== null
      ? () => ticketText({ ...findings, answeredUTC, link: ticketLink(uid) })
      : undefined
  const content = (
    <>
      <DetailBar
        layout={layout}
        answers={answers}
        ticket={ticket}
        onExpand={onExpand}
        onClose={onClose}
      />
      <div className={classes.body}>
        <div className={classes.column}>
          <h2 className={classes.title} ref={heading} tabIndex={-1} dir="auto">
            {findings ? findings.session.policyName : 'Session'}
          </h2>
          <VisuallyHidden role="status">{announcement(answers)}</VisuallyHidden>
          <Findings uid={uid} answers={answers} />
        </div>
      </div>
    </>
  )
  return layout === 'drawer' ? (
    <aside className={classes.detail} data-layout="drawer" aria-label="Session details">
      {content}
    </aside>
  ) : (
    <article className={classes.detail} data-layout="page" aria-label="Session details">
      <VisuallyHidden component="h1">Session</VisuallyHidden>
      {content}
    </article>
  )
}

/** Each part stands or falls by the answer it needs: the head stays when only the VMs fail. */
function Findings({ uid, answers }: { uid: string; answers: SessionAnswers }) {
  const { sessionQuery, findings, vms, names } = answers
  const vmsWithoutSession = sessionQuery.isError && vms.kind === 'known' && vms.rows.length > 0
  return (
    <>
      {findings ? <SessionOrigin session={findings.session} /> : null}
      {sessionQuery.isError && sessionQuery.data ? (
        <StaleNotice error={sessionQuery.error} onRetry={answers.refresh} />
      ) : null}
      {findings ? (
        <>
          <SessionFacts session={findings.session} health={findings.health} vms={vms} />
          <WhySection why={findings.why} names={names} />
        </>
      ) : null}
      {sessionQuery.isPending ? <SessionFactsSkeleton /> : null}
      {sessionQuery.isError && !sessionQuery.data ? (
        <ProblemNotice error={sessionQuery.error} onRetry={() => void sessionQuery.refetch()} />
      ) : null}
      {sessionQuery.data?.session === null ? <NoSuchSession uid={uid} /> : null}
      {findings || vmsWithoutSession ? <TasksSection key={uid} answers={answers} /> : null}
      {findings ? <RawJson key={`raw ${uid}`} uid={uid} /> : null}
    </>
  )
}

function announcement({ sessionQuery, findings }: SessionAnswers): string {
  if (sessionQuery.isPending) return 'Asking Enterprise Manager for the session'
  if (!findings) return ''
  const { session, health } = findings
  return `Session of ${session.policyName}${health.kind === 'known' ? `: ${health.word}` : ''}`
}
