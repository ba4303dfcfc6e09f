import type { Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { causeSummary, namesUpTo } from './cause-words.ts'
import { causesOf, comparable } from './causes.ts'
import { taskOf } from './live-rows-fixture.ts'
import { vmRowsOf } from './task-rows.ts'

const lost = (vm: string) => `Processing ${vm} Error: Lost connection to prx-07`
const summaries = (...tasks: Task[]) =>
  causesOf(vmRowsOf({ state: 'Working' }, tasks)).map(
    (cause) => `${causeSummary(cause.vms)}: ${cause.text}`,
  )

describe('causesOf', () => {
  it.each<[string, Task[], string[]]>([
    ['no tasks', [], []],
    ['nothing failed', [taskOf('a', 'Success', ''), taskOf('b', 'Success', null)], []],
    ['a reason of a VM that is fine', [taskOf('a', 'Success', 'took a while')], []],
    ['white space only', [taskOf('a', 'Failed', ' \n ')], []],
    [
      'one cause of two VMs, their own names apart',
      [taskOf('sql-07', 'Failed', lost('sql-07')), taskOf('sql-09', 'Failed', lost('sql-09'))],
      [`2 VMs · failed: ${lost('sql-07')}`],
    ],
    [
      'white space folded',
      [taskOf('a', 'Failed', 'it  is\n lost '), taskOf('b', 'Failed', 'it is lost')],
      ['2 VMs · failed: it  is\n lost'],
    ],
    [
      'worst first, then what concerns most VMs',
      [
        taskOf('a', 'Warning', 'slow'),
        taskOf('b', 'Failed', 'full'),
        taskOf('c', 'Failed', 'lost'),
        taskOf('d', 'Failed', 'lost'),
        taskOf('e', 'Idle', 'odd'),
      ],
      [
        '2 VMs · failed: lost',
        '1 VM · failed: full',
        '1 VM · warning: slow',
        '1 VM · result unknown: odd',
      ],
    ],
    [
      'one text, two results',
      [taskOf('a', 'Warning', 'lost'), taskOf('b', 'Failed', 'lost')],
      ['1 VM · failed · 1 warning: lost'],
    ],
    [
      'recovered',
      [taskOf('a', 'Failed', 'lost', { hour: 1 }), taskOf('a', 'Success', '', { hour: 9 })],
      ['1 VM · failed, recovered: lost'],
    ],
    [
      'recovered after what is failing now',
      [
        taskOf('a', 'Failed', 'lost', { hour: 1 }),
        taskOf('a', 'Success', '', { hour: 9 }),
        taskOf('b', 'Warning', 'slow'),
      ],
      ['1 VM · warning: slow', '1 VM · failed, recovered: lost'],
    ],
    [
      'one VM failing, another recovered from the same',
      [
        taskOf('a', 'Failed', 'lost', { hour: 1 }),
        taskOf('a', 'Success', '', { hour: 9 }),
        taskOf('b', 'Failed', 'lost'),
      ],
      ['1 VM · failed · 1 failed, recovered: lost'],
    ],
    [
      'the newest task has no result yet',
      [
        taskOf('a', 'Failed', 'lost', { hour: 1 }),
        taskOf('a', 'None', null, { hour: 9, state: 'Pending' }),
      ],
      ['1 VM · failed: lost'],
    ],
    [
      'the newest task fails for another reason',
      [taskOf('a', 'Failed', 'lost', { hour: 1 }), taskOf('a', 'Warning', 'slow', { hour: 9 })],
      ['1 VM · warning: slow', '1 VM · failed earlier: lost'],
    ],
    [
      'the same reason again is counted once',
      [taskOf('a', 'Failed', 'lost', { hour: 1 }), taskOf('a', 'Failed', 'lost', { hour: 9 })],
      ['1 VM · failed: lost'],
    ],
  ])('%s', (_, tasks, expected) => expect(summaries(...tasks)).toEqual(expected))

  it('names every VM of a cause, worst first', () => {
    const [cause] = causesOf(
      vmRowsOf({ state: 'Working' }, [
        taskOf('a', 'Warning', 'lost'),
        taskOf('b', 'Failed', 'lost'),
        taskOf('c', 'Failed', 'lost'),
      ]),
    )
    expect(cause?.vms.map(({ vm }) => vm)).toEqual(['b', 'c', 'a'])
    expect(cause?.worst).toEqual({ vm: 'b', health: 'failed', standing: 'now' })
  })
})

describe('comparable', () => {
  it.each([
    ['sql-07 and sql-07.', 'sql-07', '\0 and \0.'],
    ['mysql-07 sql-070 sql-07-copy', 'sql-07', 'mysql-07 sql-070 sql-07-copy'],
    ['a  b:\n a b', 'a  b', '\0: \0'],
    ['nothing', '', 'nothing'],
  ])('%j of %j', (text, vm, folded) => expect(comparable(text, vm)).toBe(folded))
})

describe('namesUpTo', () => {
  it.each([
    [['a'], 2, 'a'],
    [['a', 'b'], 2, 'a, b'],
    [['a', 'b', 'c'], 2, 'a, b and 1 more'],
  ])('%j up to %i', (names, limit, words) => expect(namesUpTo(names, limit)).toBe(words))
})
