import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { SessionDetail } from '../features/session-detail/session-detail.tsx'
import { groupLink } from './group-link.ts'
import { sessionLink } from './session-link.ts'

const route = getRouteApi('/sessions/$uid')

/** One session as a page of its own. */
export function SessionRoute() {
  const { uid } = route.useParams()
  const { history } = useRouter()
  const goTo = useNavigate()
  const back = () => (history.canGoBack() ? history.back() : void goTo({ to: '/sessions' }))
  return (
    <SessionDetail
      uid={uid}
      layout="page"
      onClose={back}
      onExpand={() => undefined}
      ticketLink={sessionLink}
      group={{
        linkOf: groupLink,
        onOpen: (id) =>
          void goTo({ to: '/failures/$id', params: { id }, search: { range: 'all' } }),
      }}
      onSession={(other) => void goTo({ to: '/sessions/$uid', params: { uid: other } })}
    />
  )
}
