import { getRouteApi } from '@tanstack/react-router'
import { SessionsPage } from '../features/sessions/sessions-page.tsx'
import { SessionDrawer } from './session-drawer.tsx'

const route = getRouteApi('/sessions')

/** Sessions, with the open session beside them. */
export function SessionsRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SessionsPage
      search={search}
      onSearch={(next, options) =>
        void navigate({ search: next, replace: options?.replace ?? false })
      }
      detail={(uid) => (
        <SessionDrawer
          uid={uid}
          onClose={() => void navigate({ search: ({ session: _closed, ...rest }) => rest })}
          onSession={(session) => void navigate({ search: (before) => ({ ...before, session }) })}
        />
      )}
    />
  )
}
