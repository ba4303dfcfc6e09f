import { expect, it } from 'vitest'
import { foundGroup } from './group-fixture.ts'
import { groupTicket } from './group-ticket.ts'

const link = 'https://cdp.example.com/failures/1-abc?range=all'

it('a group is told in plain lines, in UTC', () => {
  expect(groupTicket(foundGroup(), link)).toBe(`Cause of 1 240 failing CDP sessions:
   Backup server has lost connection to CDP proxy ‹proxy›

Status:     Came back, changed 2026-06-15 07:12:00 UTC
Health:     Failed
Sessions:   1 240 from 2026-06-13 to 2026-06-15
VMs:        310
Servers:    2
First seen: 2026-06-03 01:00:00 UTC
Last seen:  2026-06-15 09:00:00 UTC
Group:      1-abc

One of its texts:
   Processing sql-07 Error:
   Backup server has lost connection to CDP proxy prx-07.

Policies (22):
   Gold DB tier: 14 sessions, not recovered
   Web farm: 1 session, recovered
   and 20 more

${link}`)
})

it('days that are one are said once, and none not at all', () => {
  const lineOf = (days: string[]) =>
    groupTicket({ ...foundGroup(), days }, link)
      .split('\n')
      .find((line) => line.startsWith('Sessions:'))
  expect(lineOf(['2026-06-15'])).toBe('Sessions:   1 240 on 2026-06-15')
  expect(lineOf([])).toBe('Sessions:   1 240')
})
