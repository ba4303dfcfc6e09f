import type { Session, Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { sessionOf, taskOf } from './live-rows-fixture.ts'
import { nameSetOf } from './name-set.ts'
import { readHealth, type VmsReading } from './session-health.ts'
import { vmRowsOf } from './task-rows.ts'
import { ticketText } from './ticket.ts'
import { whyOf } from './why.ts'

const link = 'https://cdp.example.com/sessions/urn%3Aveeam'
const known = (...tasks: Task[]): VmsReading => ({
  kind: 'known',
  rows: vmRowsOf({ state: 'Working' }, tasks),
  isWhole: true,
})

function ticket(session: Session, vms: VmsReading, source: 'live' | 'index' = 'live'): string {
  const health = readHealth(session, vms)
  const why = whyOf(session, health, vms, nameSetOf([]))
  return ticketText({
    session,
    health,
    why,
    source,
    answeredUTC: '2026-11-23T14:31:55.123Z',
    link,
  })
}

describe('ticketText', () => {
  it('tells the session’s own message, and what its VMs say beside it', () => {
    const session = sessionOf({ failureMessage: '1 of 2 VMs were not replicated' })
    const text = ticket(session, known(taskOf('sql-07', 'Failed', 'lost'), taskOf('a', 'Success')))
    expect(text).toContain(`
Message of the session:
   1 of 2 VMs were not replicated

Reasons of the session's VMs:
1. 1 VM · failed
   lost
   VMs: sql-07

${link}`)
  })

  it('tells all of a failed session', () => {
    const text = ticket(
      sessionOf(),
      known(
        taskOf('sql-07', 'Failed', 'Processing sql-07 Error: lost\r\nCode: 5'),
        taskOf('sql-09', 'Failed', 'Processing sql-09 Error: lost\r\nCode: 5'),
        taskOf('sql-11', 'Warning', 'slow'),
        taskOf('sql-12', 'Failed', null),
      ),
    )
    expect(text).toBe(`CDP session of Gold DB tier: Failed

Policy:   Gold DB tier
Server:   vbr-02.lab
Health:   Failed
State:    Stopped
Started:  2026-11-22 01:00:08 UTC
Ended:    2026-11-23 01:00:53 UTC
Duration: 1 d 0 h
Session:  urn:veeam:CdpReplicaSession:5f0a1c52-0000-4000-8000-000000000001
Asked:    2026-11-23 14:31:55 UTC, of Enterprise Manager

Reasons of the session's VMs:
1. 2 VMs · failed
   Processing sql-07 Error: lost
   Code: 5
   VMs: sql-07, sql-09
2. 1 VM · warning
   slow
   VMs: sql-11
1 VM failing without a reason: sql-12

${link}`)
  })

  it('tells texts that are alike once, and how many they are', () => {
    const late = (vm: string, seconds: number) => taskOf(vm, 'Warning', `Late by ${seconds} sec`)
    expect(ticket(sessionOf(), known(late('a', 1), late('b', 2), late('c', 3)))).toContain(
      [
        '1. 3 VMs · warning',
        '   Late by 1 sec',
        '   (and 2 more texts that differ only in names or numbers)',
        '   VMs: a, b, c',
      ].join('\n'),
    )
  })

  it('says where the index, not Enterprise Manager, tells it', () => {
    const text = ticket(sessionOf(), known(), 'index')
    expect(text).toContain('As of:    2026-11-23 14:31:55 UTC, by the index of CDP Watch')
    expect(text).not.toContain('Asked:')
  })

  it('names twenty VMs of a cause and counts the rest', () => {
    const vms = Array.from({ length: 32 }, (_, index) => `vm-${index + 1}`)
    const text = ticket(sessionOf(), known(...vms.map((vm) => taskOf(vm, 'Failed', 'lost'))))
    expect(text).toContain('vm-19, vm-20 and 12 more')
    expect(text).not.toContain('vm-21')
  })

  it.each<[string, Session, VmsReading, string[]]>([
    [
      "the session's own message, its lines kept",
      sessionOf({ failureMessage: 'down\nretry', isRetry: true }),
      known(),
      ['Message of the session:\n   down\n   retry', 'State:    Stopped (retry)'],
    ],
    [
      'still working',
      sessionOf({ state: 'Working', result: 'None', endTimeUTC: null }),
      known(taskOf('a', 'Success')),
      ['Ended:    not yet', 'Duration: 1 d 13 h', 'Nothing failed in this session so far.'],
    ],
    [
      'VMs that could not be asked',
      sessionOf({ state: 'Working', result: 'None', endTimeUTC: null }),
      { kind: 'not-known' },
      ['Health:   not known', 'Enterprise Manager did not give them.'],
    ],
    [
      'no server named',
      sessionOf({ backupServerName: null }),
      known(),
      ['Server:   not named by Enterprise Manager', 'gives no reason'],
    ],
  ])('%s', (_, session, vms, expected) => {
    const text = ticket(session, vms)
    for (const part of expected) expect(text).toContain(part)
    expect(text.endsWith(link)).toBe(true)
  })
})
