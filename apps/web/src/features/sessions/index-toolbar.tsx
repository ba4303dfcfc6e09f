import type { Facets } from '@cdp-watch/contract'
import type { FilterTree } from '@cdp-watch/em-filter'
import { useQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useMemo } from 'react'
import { aboutQuery } from '../../api/about.ts'
import type { SessionsSelection } from '../../api/sessions.ts'
import { CopyAsMenu } from './copy-as-menu.tsx'
import { emQueryOfIndex } from './em-query-of-index.ts'
import type { PageControl } from './page-control.ts'
import { SessionsToolbar } from './sessions-toolbar.tsx'
import type { SortKey } from './sort-keys.ts'

const IndexActions = lazy(() =>
  import('./index-actions.tsx').then((module) => ({ default: module.IndexActions })),
)

interface IndexToolbarProps extends PageControl {
  own: FilterTree | undefined
  sort: readonly SortKey[]
  selection: SessionsSelection
  asked: number
  /** Of the answer shown; undefined until there is one. */
  facets: Facets | undefined
  /** Sessions that match; undefined until that is known. */
  total: number | undefined
  rail: React.ReactNode
}

const allOperators = {}

/** What can be done with rows of the index. */
export const IndexToolbar = memo((props: IndexToolbarProps) => {
  const { search, own, sort, selection, asked, facets, total } = props
  const about = useQuery(aboutQuery).data
  const known = useMemo(
    () => ({ policies: facets?.policy ?? [], servers: facets?.backupServer ?? [] }),
    [facets],
  )
  return (
    <SessionsToolbar {...props} disabledOperators={allOperators} known={known}>
      <Suspense>
        <IndexActions selection={selection} total={total} />
      </Suspense>
      {about?.emUrl ? (
        <CopyAsMenu emUrl={about.emUrl} query={emQueryOfIndex(search, own, sort, asked)} />
      ) : null}
    </SessionsToolbar>
  )
})
