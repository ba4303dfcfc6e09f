import { Button, ScrollArea, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { auditQuery } from '../../api/audit.ts'
import { Notice } from '../../ui/notice.tsx'
import plain from '../../ui/plain-page.module.css'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AuditLine } from './audit-line.tsx'
import classes from './audit-page.module.css'

/** Who came in, who did not, what was refused and what was taken along, newest first. */
export function AuditPage() {
  const audit = useInfiniteQuery(auditQuery)
  const events = audit.data?.pages.flatMap(({ items }) => items)
  return (
    <main className={plain.page}>
      <div className={plain.head}>
        <h1>Audit</h1>
        <p>Sign-ins, refusals and exports. The log of the server has them too.</p>
        <Button loading={audit.isRefetching} onClick={() => void audit.refetch()}>
          Refresh
        </Button>
      </div>
      {audit.error ? (
        <ProblemNotice error={audit.error} onRetry={() => void audit.refetch()} />
      ) : null}
      {events?.length === 0 ? (
        <Notice title="Nothing has happened yet">
          <p>Nobody has signed in, been refused or exported anything.</p>
        </Notice>
      ) : null}
      {events && events.length > 0 ? (
        <ScrollArea
          className={plain.scroller}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Events' }}
        >
          <Table className={plain.table} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>Who</Table.Th>
                <Table.Th>From</Table.Th>
                <Table.Th>About</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {events.map((event) => (
                <AuditLine key={event.id} event={event} />
              ))}
            </Table.Tbody>
          </Table>
          {audit.hasNextPage ? (
            <Button
              className={classes.more}
              loading={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              Older events
            </Button>
          ) : null}
        </ScrollArea>
      ) : null}
    </main>
  )
}
