import type { Session, Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { sessionOf, taskOf } from './live-rows-fixture.ts'
import { nameSetOf } from './name-set.ts'
import { readHealth, type VmsReading } from './session-health.ts'
import { vmRowsOf } from './task-rows.ts'
import { whyOf } from './why.ts'

const working = sessionOf({ state: 'Working', result: 'None', endTimeUTC: null })
const names = nameSetOf(['a', 'b'])
const why = (session: Session, vms: VmsReading) =>
  whyOf(session, readHealth(session, vms), vms, names)
const known = (...tasks: Task[]): VmsReading => ({
  kind: 'known',
  rows: vmRowsOf(working, tasks),
  isWhole: true,
})

describe('whyOf', () => {
  it("is the session's own message where it has one", () => {
    const session = sessionOf({ failureMessage: ' The coordinator is down.\n' })
    expect(why(session, known(taskOf('a', 'Failed', 'lost')))).toMatchObject({
      kind: 'own-message',
      text: 'The coordinator is down.',
      health: 'failed',
      groups: [{ lead: { text: 'lost' }, vms: [{ vm: 'a' }] }],
    })
  })

  it('leaves out of the VMs’ reasons what the own message says', () => {
    const session = sessionOf({ failureMessage: 'Lost 10.0.0.5' })
    const vms = known(
      taskOf('a', 'Failed', 'Lost 10.0.0.5'),
      taskOf('b', 'Failed', 'Lost 10.0.0.6'),
    )
    expect(why(session, vms)).toMatchObject({ kind: 'own-message', groups: [] })
  })

  it('shows the own message before its VMs answer', () => {
    expect(why(sessionOf({ failureMessage: 'x' }), { kind: 'not-known' }).kind).toBe('own-message')
  })

  it('is the reasons of its VMs where the message is empty', () => {
    const found = why(
      sessionOf({ failureMessage: ' ' }),
      known(taskOf('a', 'Failed', 'lost'), taskOf('b', 'Failed', ''), taskOf('c', 'Success')),
    )
    expect(found).toMatchObject({
      kind: 'vm-reasons',
      groups: [{ lead: { text: 'lost' } }],
      silent: ['b'],
    })
  })

  it.each<[string, Session, VmsReading, object]>([
    ['asking', sessionOf(), { kind: 'asking' }, { kind: 'asking' }],
    ['not known', sessionOf(), { kind: 'not-known' }, { kind: 'not-known' }],
    ['failed, no VMs', sessionOf(), known(), { kind: 'no-reason', vms: 0, silent: [] }],
    [
      'failed, silent VMs',
      sessionOf(),
      known(taskOf('a', 'Failed', null), taskOf('b', 'Success')),
      { kind: 'no-reason', vms: 2, silent: ['a'] },
    ],
    [
      'working, a VM fails in silence',
      working,
      known(taskOf('a', 'Failed', null)),
      { kind: 'no-reason', vms: 1, silent: ['a'] },
    ],
    [
      'fine',
      sessionOf({ result: 'Success' }),
      known(taskOf('a', 'Success')),
      { kind: 'nothing-failed' },
    ],
    ['fine so far', working, known(taskOf('a', 'Success')), { kind: 'nothing-failed-yet' }],
    ['working without VMs', working, known(), { kind: 'no-vms-yet' }],
    ['working without results', working, known(taskOf('a', 'None')), { kind: 'no-result-yet' }],
    [
      'working with an undocumented result',
      working,
      known(taskOf('a', 'Idle')),
      { kind: 'result-unknown', result: 'Idle' },
    ],
    [
      'ended without a result',
      sessionOf({ result: 'None' }),
      known(),
      { kind: 'result-unknown', result: 'No result' },
    ],
  ])('%s', (_, session, vms, expected) => expect(why(session, vms)).toEqual(expected))
})
