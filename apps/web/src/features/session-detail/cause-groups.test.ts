import type { Task } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { groupCauses } from './cause-groups.ts'
import { causeSummary } from './cause-words.ts'
import { causesOf } from './causes.ts'
import { taskOf } from './live-rows-fixture.ts'
import { nameSetOf } from './name-set.ts'
import { vmRowsOf } from './task-rows.ts'

const late = (vm: string, seconds: number) =>
  taskOf(vm, 'Warning', `${vm} is late by ${seconds} sec`)

function groups(...tasks: Task[]): string[] {
  const names = nameSetOf(tasks.map((task) => task.vmDisplayName))
  return groupCauses(causesOf(vmRowsOf({ state: 'Working' }, tasks)), names).map(
    ({ lead, alike, vms }) =>
      `${causeSummary(vms)} (${vms.map(({ vm }) => vm).join(' ')}): ${[lead, ...alike].map((cause) => cause.text).join(' | ')}`,
  )
}

describe('groupCauses', () => {
  it.each<[string, Task[], string[]]>([
    ['nothing', [], []],
    [
      'texts that differ in a number',
      [late('vm-2', 5), late('vm-1', 41)],
      ['2 VMs · warning (vm-1 vm-2): vm-1 is late by 41 sec | vm-2 is late by 5 sec'],
    ],
    [
      'texts that differ in a word are apart',
      [taskOf('vm-1', 'Failed', 'the disk is full'), taskOf('vm-2', 'Failed', 'the disk is lost')],
      ['1 VM · failed (vm-1): the disk is full', '1 VM · failed (vm-2): the disk is lost'],
    ],
    [
      'texts that differ in an error code are apart',
      [taskOf('vm-1', 'Failed', 'Error 0x80040154'), taskOf('vm-2', 'Failed', 'Error 0x800401fd')],
      ['1 VM · failed (vm-1): Error 0x80040154', '1 VM · failed (vm-2): Error 0x800401fd'],
    ],
    [
      'what concerns most VMs first, among equals',
      [taskOf('vm-0', 'Warning', 'slow'), late('vm-1', 1), late('vm-2', 2)],
      [
        '2 VMs · warning (vm-1 vm-2): vm-1 is late by 1 sec | vm-2 is late by 2 sec',
        '1 VM · warning (vm-0): slow',
      ],
    ],
    [
      'a VM late twice is counted once, as it is now',
      [
        taskOf('vm-1', 'Failed', 'vm-1 is late by 1 sec', { hour: 1 }),
        taskOf('vm-1', 'Warning', 'vm-1 is late by 2 sec', { hour: 9 }),
      ],
      ['1 VM · warning (vm-1): vm-1 is late by 2 sec | vm-1 is late by 1 sec'],
    ],
    [
      'very long texts are not compared',
      [1, 2].map((n) => taskOf(`vm-${n}`, 'Failed', `${'x '.repeat(2000)}${n} sec`)),
      [1, 2].map((n) => `1 VM · failed (vm-${n}): ${'x '.repeat(2000)}${n} sec`),
    ],
  ])('%s', (_, tasks, expected) => expect(groups(...tasks)).toEqual(expected))
})
