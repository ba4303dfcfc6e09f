import { Button } from '@mantine/core'
import { isNotReady } from '../../ui/list/use-list-pages.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import classes from './policies-grid.module.css'
import { isFiltered, type PoliciesSearch, type SearchChange } from './policies-search.ts'
import states from './policies-states.module.css'
import type { Policies } from './use-policies.ts'

interface NoRowsProps {
  policies: Policies
  search: PoliciesSearch
  onChange: (change: SearchChange) => void
}

/** In the place of the rows: why there are none, and what to do. */
export function NoRows({ policies, search, onChange }: NoRowsProps) {
  const { answer, error, retry } = policies
  if (isNotReady(error))
    return (
      <Notice title="The index is being opened">
        <p>{error?.message} The policies come by themselves.</p>
      </Notice>
    )
  if (error && !answer) return <ProblemNotice error={error} onRetry={retry} />
  if (!answer) return <GridSkeleton />
  if (isFiltered(search))
    return (
      <Notice
        title="No policies match"
        action={
          <Button
            onClick={() =>
              onChange({ health: undefined, backupServerUid: undefined, q: undefined })
            }
          >
            Remove the filters
          </Button>
        }
      >
        <p>The index has policies, but none that passes all filters.</p>
      </Notice>
    )
  return (
    <Notice title="There are no CDP policies">
      <p>
        Enterprise Manager lists none, as far as the index has been told. Policies are made in the
        console of a backup server; Enterprise Manager collects them from there.
      </p>
    </Notice>
  )
}

const lines = Array.from({ length: 16 }, (_, index) => index)

/** Stands where the rows will be, the first time only. */
function GridSkeleton() {
  return (
    <div className={classes.frame} role="status" aria-label="Asking for the policies">
      <div className={states.head} />
      {lines.map((line) => (
        <div key={line} className={states.line}>
          <i />
          <i />
          <i style={{ width: `${30 + ((line * 37) % 60)}%` }} />
          <i />
        </div>
      ))}
    </div>
  )
}
