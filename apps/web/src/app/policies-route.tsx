import { getRouteApi } from '@tanstack/react-router'
import { PoliciesPage } from '../features/policies/policies-page.tsx'
import { SessionDrawer } from './session-drawer.tsx'
import { sessionLink } from './session-link.ts'

const route = getRouteApi('/policies')

/** Policies, with the open session beside them. */
export function PoliciesRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <PoliciesPage
      search={search}
      onSearch={(next, replace) => void navigate({ search: next, replace })}
      linkOf={sessionLink}
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
