import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { SessionsPage } from '../features/sessions/sessions-page.tsx'
import { sessionLink } from './session-link.ts'

const SessionDetail = lazy(() =>
  import('../features/session-detail/session-detail.tsx').then((module) => ({
    default: module.SessionDetail,
  })),
)

const route = getRouteApi('/sessions')

/** Sessions, with the open session beside them. */
export function SessionsRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const goTo = useNavigate()
  return (
    <SessionsPage
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      detail={(uid) => (
        <Suspense fallback={null}>
          <SessionDetail
            uid={uid}
            layout="drawer"
            onClose={() => void navigate({ search: ({ session: _closed, ...rest }) => rest })}
            onExpand={() => void goTo({ to: '/sessions/$uid', params: { uid } })}
            ticketLink={sessionLink}
          />
        </Suspense>
      )}
    />
  )
}
