import type { Session } from '@cdp-watch/contract'
import { durationOf } from '../../ui/duration.ts'
import type { CauseGroup } from './cause-groups.ts'
import { causeSummary, namesUpTo } from './cause-words.ts'
import type { SessionHealth } from './session-health.ts'
import type { Why } from './why.ts'
import { alikeWords, silentWords, whySentence } from './why-words.ts'

const namesShown = 20

export interface TicketFacts {
  readonly session: Session
  readonly health: SessionHealth
  readonly why: Why
  /** Who tells it: EM itself, or the index. */
  readonly source: 'live' | 'index'
  /** When EM answered, or as of when the index has it, ISO. */
  readonly answeredUTC: string
  /** The absolute address of the session's page. */
  readonly link: string
}

/** A session as one block of plain text for a ticket: what failed, why, which VMs, ids, UTC times, link. */
export function ticketText(facts: TicketFacts): string {
  const { session, health, why, source, answeredUTC, link } = facts
  const answered = Date.parse(answeredUTC)
  const ended = session.endTimeUTC === null ? 'not yet' : utc(session.endTimeUTC)
  const lines = [
    ['Policy', session.policyName],
    ['Server', session.backupServerName ?? 'not named by Enterprise Manager'],
    ['Health', healthWord(health)],
    ['State', session.isRetry ? `${session.state} (retry)` : session.state],
    ['Started', utc(session.creationTimeUTC)],
    ['Ended', ended],
    ['Duration', durationOf(session, answered)],
    ['Session', session.uid],
    source === 'live'
      ? ['Asked', `${utc(answeredUTC)}, of Enterprise Manager`]
      : ['As of', `${utc(answeredUTC)}, by the index of CDP Watch`],
  ]
  return [
    `CDP session of ${session.policyName}: ${healthWord(health)}`,
    '',
    ...lines.map(([label, value]) => `${`${label}:`.padEnd(10)}${value}`),
    '',
    ...whyLines(why),
    '',
    link,
  ].join('\n')
}

function healthWord(health: SessionHealth): string {
  return health.kind === 'known' ? health.word : 'not known, its VMs have not answered'
}

function utc(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function whyLines(why: Why): string[] {
  switch (why.kind) {
    case 'own-message':
      return [
        'Message of the session:',
        ...indented(why.text),
        ...(why.groups.length === 0 ? [] : ['', ...reasonLines(why.groups)]),
      ]
    case 'vm-reasons':
      return [...reasonLines(why.groups), ...silentLines(why.silent)]
    case 'no-reason':
      return [whySentence(why), ...silentLines(why.silent)]
    default:
      return [whySentence(why)]
  }
}

function reasonLines(groups: readonly CauseGroup[]): string[] {
  return [
    "Reasons of the session's VMs:",
    ...groups.flatMap(({ lead, alike, vms }, index) => [
      `${index + 1}. ${causeSummary(vms)}`,
      ...indented(lead.text),
      ...(alike.length > 0 ? indented(`(and ${alikeWords(alike.length)})`) : []),
      ...indented(`VMs: ${namesOf(vms.map(({ vm }) => vm))}`),
    ]),
  ]
}

function silentLines(silent: readonly string[]): string[] {
  return silent.length === 0 ? [] : [`${silentWords(silent)}: ${namesOf(silent)}`]
}

function namesOf(vms: readonly string[]): string {
  return namesUpTo(vms, namesShown)
}

function indented(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => `   ${line}`)
}
