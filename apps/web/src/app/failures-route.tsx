import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { FailuresPage } from '../features/failures/failures-page.tsx'
import { sessionsMeant } from '../features/failures/failures-search.ts'

const route = getRouteApi('/failures')

/** Failures by their causes. */
export function FailuresRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const router = useRouter()
  const { history } = router
  const groupOf = (id: string) =>
    ({ to: '/failures/$id', params: { id }, search: sessionsMeant(search) }) as const
  return (
    <FailuresPage
      search={search}
      onSearch={(next, replace) => void navigate({ search: next, replace })}
      linkOf={(id) => router.buildLocation(groupOf(id)).href}
      onGroup={(id) =>
        void navigate({ ...groupOf(id), state: { listAt: history.location.state.__TSR_index } })
      }
      entryOf={useCallback(() => history.location.state.__TSR_key ?? '', [history])}
    />
  )
}
