import { Button, Group } from '@mantine/core'
import { formatShort } from '../../ui/format-time.ts'
import { isNotReady } from '../../ui/list/use-list-pages.ts'
import { Notice } from '../../ui/notice.tsx'
import { serverNow } from '../../ui/now.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { presetOf, presetWords } from '../../ui/range/time-range.ts'
import { useZone, type ZoneChoice } from '../../ui/time-zone.ts'
import { type FailuresSearch, isFiltered, noFilters, type SearchChange } from './failures-search.ts'
import { usualFailuresRange } from './failures-selection.ts'
import classes from './failures-table.module.css'
import type { Failures } from './use-failures.ts'

interface NoRowsProps {
  failures: Failures
  search: FailuresSearch
  onChange: (change: SearchChange) => void
}

/** In the place of the rows: why there are none, and what to do. */
export function NoRows({ failures, search, onChange }: NoRowsProps) {
  const { first, error, retry } = failures
  const [zone] = useZone()
  if (isNotReady(error))
    return (
      <Notice title="The index is being opened">
        <p>{error?.message} The causes come by themselves.</p>
      </Notice>
    )
  if (error && !first) return <ProblemNotice error={error} onRetry={retry} />
  if (!first) return <TableSkeleton />
  const preset = presetOf(search, usualFailuresRange)
  const filtered = isFiltered(search)
  return (
    <Notice
      title={titleOf(search, zone)}
      action={
        <Group gap="xs">
          {filtered ? (
            <Button onClick={() => onChange(noFilters)}>Remove the filters</Button>
          ) : null}
          {preset === 'all' ? null : (
            <Button onClick={() => onChange({ range: 'all', from: undefined, to: undefined })}>
              Show all that is kept
            </Button>
          )}
        </Group>
      }
    >
      <p>
        No session that started in this range{preset ? ` (${presetWords[preset]})` : ''} has a
        failure{filtered ? ' that passes the filters' : ', as far as the index has been told'}.
      </p>
    </Notice>
  )
}

function titleOf(search: FailuresSearch, zone: ZoneChoice): string {
  if (search.changedSince !== undefined)
    return `Nothing has changed since ${formatShort(search.changedSince, zone, serverNow())}`
  return isFiltered(search) ? 'No causes match' : 'Nothing has failed'
}

const lines = Array.from({ length: 10 }, (_, index) => index)

/** Stands where the rows will be, the first time only. */
function TableSkeleton() {
  return (
    <div className={classes.frame} role="status" aria-label="Asking for the causes of failures">
      <div className={`${classes.row} ${classes.head}`} />
      {lines.map((line) => (
        <div key={line} className={classes.row} style={{ '--tracks': '90px 1fr 220px' }}>
          <div className={classes.skeleton} />
          <div className={classes.skeleton} style={{ width: `${35 + ((line * 37) % 55)}%` }} />
          <div className={classes.skeleton} />
        </div>
      ))}
    </div>
  )
}
