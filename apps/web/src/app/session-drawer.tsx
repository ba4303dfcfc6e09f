import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { groupLink } from './group-link.ts'
import { sessionLink } from './session-link.ts'

const SessionDetail = lazy(() =>
  import('../features/session-detail/session-detail.tsx').then((module) => ({
    default: module.SessionDetail,
  })),
)

interface SessionDrawerProps {
  uid: string
  onClose: () => void
  /** Opens another session in this one's place. */
  onSession: (uid: string) => void
}

/** The open session beside a page. */
export function SessionDrawer({ uid, onClose, onSession }: SessionDrawerProps) {
  const goTo = useNavigate()
  return (
    <Suspense fallback={null}>
      <SessionDetail
        uid={uid}
        layout="drawer"
        onClose={onClose}
        onExpand={() => void goTo({ to: '/sessions/$uid', params: { uid } })}
        ticketLink={sessionLink}
        onSession={onSession}
        group={{
          linkOf: groupLink,
          onOpen: (id) =>
            void goTo({ to: '/failures/$id', params: { id }, search: { range: 'all' } }),
        }}
      />
    </Suspense>
  )
}
