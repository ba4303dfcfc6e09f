import { getRouteApi, useRouter } from '@tanstack/react-router'
import { sessionsMeant } from '../features/failures/failures-search.ts'
import { usualFailuresRange } from '../features/failures/failures-selection.ts'
import { GroupPage } from '../features/failures/group-page.tsx'
import { presetOf } from '../ui/range/time-range.ts'
import { SessionDrawer } from './session-drawer.tsx'
import { sessionLink } from './session-link.ts'

const route = getRouteApi('/failures/$id')

/** One cause of failures, with the open session beside it. */
export function FailureRoute() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const router = useRouter()
  const meant = sessionsMeant(search)
  // What the address leaves out means another range on Sessions.
  const range = presetOf(search, usualFailuresRange)
  const sessions = { to: '/sessions', search: { ...meant, range, failure: id } } as const
  /** Stays on this page, which remembers the list it was opened from. */
  const stay = { params: { id }, state: (before: object) => before } as const
  const back = () => {
    const { listAt, __TSR_index: at } = router.history.location.state
    if (listAt === undefined || listAt >= at) void navigate({ to: '/failures', search: meant })
    else router.history.go(listAt - at)
  }
  return (
    <GroupPage
      key={id}
      id={id}
      search={search}
      onSearch={(next) => void navigate({ ...stay, search: next })}
      onBack={back}
      link={() =>
        new URL(
          router.buildLocation({ to: '/failures/$id', params: { id }, search: meant }).href,
          window.location.href,
        ).href
      }
      sessions={{
        href: router.buildLocation(sessions).href,
        onOpen: () => void navigate(sessions),
      }}
      linkOf={sessionLink}
      detail={(uid) => (
        <SessionDrawer
          uid={uid}
          onClose={() =>
            void navigate({ ...stay, search: ({ session: _closed, ...rest }) => rest })
          }
          onSession={(session) =>
            void navigate({ ...stay, search: (before) => ({ ...before, session }) })
          }
        />
      )}
    />
  )
}
