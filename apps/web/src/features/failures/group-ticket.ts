import type { FailureDetail } from '@cdp-watch/contract'
import { countOf, formatCount } from '../../ui/format-count.ts'
import { healthWords } from '../../ui/health.ts'
import { statusWords } from './failure-status.ts'

const namesShown = 20

/** A group as one block of plain text for a ticket: cause, counts, UTC times, policies, link. `link` is the page's absolute address. */
export function groupTicket(found: FailureDetail, link: string): string {
  const { group, days, policies } = found
  const { counts } = group
  const listed = policies.slice(0, namesShown)
  const rest = counts.policies - listed.length
  const lines = [
    ['Status', `${statusWords[group.status]}, changed ${utc(group.changedUTC)}`],
    ['Health', healthWords[group.severity]],
    ['Sessions', `${formatCount(counts.sessions)}${daysWords(days)}`],
    ['VMs', formatCount(counts.vms)],
    ['Servers', formatCount(counts.backupServers)],
    ['First seen', utc(group.firstSeenUTC)],
    ['Last seen', utc(group.lastSeenUTC)],
    ['Group', group.id],
  ]
  return [
    `Cause of ${countOf(counts.sessions, 'failing CDP session')}:`,
    ...indented(group.template),
    '',
    ...lines.map(([label, value]) => `${`${label}:`.padEnd(12)}${value}`),
    '',
    'One of its texts:',
    ...indented(group.sample),
    '',
    `Policies (${formatCount(counts.policies)}):`,
    ...listed.map(
      ({ name, sessions, isRecovered }) =>
        `   ${name}: ${countOf(sessions, 'session')}, ${isRecovered ? 'recovered' : 'not recovered'}`,
    ),
    ...(rest > 0 ? [`   and ${formatCount(rest)} more`] : []),
    '',
    link,
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

function daysWords(days: readonly string[]): string {
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  return first === last ? ` on ${first}` : ` from ${first} to ${last}`
}

function utc(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function indented(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => `   ${line}`)
}
