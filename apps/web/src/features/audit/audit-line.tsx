import type { AuditEvent } from '@cdp-watch/contract'
import { Table } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { formatCount } from '../../ui/format-count.ts'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './audit-line.module.css'
import { auditWords } from './audit-words.ts'

/** One event. */
export function AuditLine({ event }: { event: AuditEvent }) {
  const { words, isRefusal, about } = auditWords(event)
  return (
    <Table.Tr data-kind={event.kind}>
      <Table.Td className={classes.when}>
        <TimeText at={event.lastUTC} precise />
      </Table.Td>
      <Table.Td className={classes.what} data-refusal={isRefusal}>
        {isRefusal ? <IconAlertTriangleFilled size={14} aria-hidden /> : null}
        {words}
        {event.times > 1 ? <b> × {formatCount(event.times)}</b> : null}
      </Table.Td>
      <Table.Td className={classes.who}>{event.name ?? '–'}</Table.Td>
      <Table.Td className={classes.from}>{event.address || '–'}</Table.Td>
      <Table.Td className={classes.about}>{about}</Table.Td>
    </Table.Tr>
  )
}
