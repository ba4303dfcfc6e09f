import { describe, expect, it } from 'vitest'
import { sampleTask } from './sample-entities.ts'
import { vmFailures } from './vm-failures.ts'

const task = (vmDisplayName: string, result: string, reason: string | null) =>
  sampleTask({ vmDisplayName, result, reason })

describe('what failed by VM and reason', () => {
  it.each([
    ['nothing', [], []],
    ['successes', [task('a', 'Success', null), task('a', 'Success', 'a note')], []],
    ['failures without a reason', [task('a', 'Failed', null), task('a', 'Failed', ' \n')], []],
    [
      'a reason that is given again, and worse',
      [task('a', 'Warning', 'full'), task('a', 'Failed', 'full'), task('a', 'Warning', 'full')],
      [{ vm: 'a', reason: 'full', health: 'failed', tasks: 3 }],
    ],
    [
      'several VMs and reasons, in whatever order they are told',
      [task('b', 'Warning', 'x'), task('a', 'None', 'y'), task('a', 'Failed', 'x')],
      [
        { vm: 'a', reason: 'x', health: 'failed', tasks: 1 },
        { vm: 'a', reason: 'y', health: 'unknown', tasks: 1 },
        { vm: 'b', reason: 'x', health: 'warning', tasks: 1 },
      ],
    ],
  ])('of %s', (_, tasks, expected) => {
    expect(vmFailures(tasks)).toEqual(expected)
    expect(vmFailures(tasks.toReversed())).toEqual(expected)
  })
})
