import { describe, expect, it } from 'vitest'
import { taskOf } from './live-rows-fixture.ts'
import { matchOf, taskLinesOf } from './task-lines.ts'
import { vmRowsOf } from './task-rows.ts'

const rows = vmRowsOf({ state: 'Working' }, [
  taskOf('a', 'Success', null, { hour: 9 }),
  taskOf('a', 'Failed', 'Lost connection', { hour: 1 }),
  taskOf('b', 'Failed', 'Disk full', { hour: 9 }),
])
const uid = (vm: string, hour: number) => `urn:veeam:CdpReplicaTaskSession:${vm}@${hour}`

function linesOf(opened: { tasks?: string[]; vms?: string[] }, needle = '') {
  const sets = { tasks: new Set(opened.tasks), vms: new Set(opened.vms) }
  return taskLinesOf(rows, sets, needle).map(
    ({ kind, task }) => `${kind} ${task.uid.split(':').at(-1)}`,
  )
}

describe('taskLinesOf', () => {
  it.each([
    ['nothing opened', linesOf({}), ['deciding a@9', 'deciding b@9']],
    ['a VM unfolded', linesOf({ vms: ['a'] }), ['deciding a@9', 'other a@1', 'deciding b@9']],
    ['a VM without earlier tasks', linesOf({ vms: ['b'] }), ['deciding a@9', 'deciding b@9']],
    [
      'a task opened',
      linesOf({ tasks: [uid('b', 9)] }),
      ['deciding a@9', 'deciding b@9', 'detail b@9'],
    ],
    [
      'an earlier task opened',
      linesOf({ vms: ['a'], tasks: [uid('a', 1)] }),
      ['deciding a@9', 'other a@1', 'detail a@1', 'deciding b@9'],
    ],
    [
      'an earlier task alone holds it',
      linesOf({}, 'lost'),
      ['deciding a@9', 'other a@1', 'deciding b@9'],
    ],
  ])('%s', (_, lines, expected) => expect(lines).toEqual(expected))

  it('gives each line a key of its own', () => {
    const opened = { tasks: new Set(rows.map((row) => row.deciding.uid)), vms: new Set(['a']) }
    const keys = taskLinesOf(rows, opened, '').map((line) => line.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('matchOf', () => {
  it.each([
    ['', ['deciding', 'deciding']],
    ['  ', ['deciding', 'deciding']],
    ['A', ['deciding', 'none']],
    ['disk FULL ', ['none', 'deciding']],
    ['lost', ['other', 'none']],
    ['nowhere', ['none', 'none']],
  ])('%j', (needle, places) => expect(rows.map((row) => matchOf(row, needle))).toEqual(places))
})
