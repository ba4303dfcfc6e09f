import { describe, expect, it } from 'vitest'
import { FailureGroups } from './failure-groups.ts'
import { TextSets } from './text-sets.ts'

const known = () => {
  const sets = new TextSets()
  sets.add(2, '5,6,7')
  sets.add(3, '8')
  const groups = new FailureGroups()
  groups.add(1, '1-a')
  groups.add(2, '1-b')
  return { sets, groups }
}
const groupsOf = (groups: FailureGroups, sets: readonly number[]) =>
  sets.map((set) => [...groups.ofSet(set)])

describe('groups of failures', () => {
  it('are told of a set each once, in the order of its texts', () => {
    const { sets, groups } = known()
    for (const [text, group] of [
      [5, 2],
      [6, 1],
      [7, 2],
    ] as const)
      groups.assign(text, group)
    groups.follow(sets, 9)
    expect(groupsOf(groups, [0, 1, 2, 3, 4])).toEqual([[], [], [2, 1], [], []])
    expect([...groups.setsWith(new Set([1]))]).toEqual([0, 0, 1, 0])
    expect([groups.ofText(6), groups.ofText(8), groups.ofText(99)]).toEqual([1, 0, 0])
  })

  it('follow texts that come into another group, and sets that are new', () => {
    const { sets, groups } = known()
    groups.assign(5, 1)
    groups.follow(sets, 8)
    sets.add(5, '9,5')
    groups.assign(9, 2)
    groups.follow(sets, 9)
    expect(groupsOf(groups, [2, 3, 5])).toEqual([[1], [], [2, 1]])
    groups.assign(5, 2)
    groups.follow(sets, 9)
    expect(groupsOf(groups, [2, 3, 5])).toEqual([[2], [], [2]])
    expect([0, 1, 2, 3].map((group) => groups.isUsed(group))).toEqual([false, false, true, false])
  })

  it('go by their ids', () => {
    const { groups } = known()
    expect([groups.number('1-b'), groups.number('1-c'), groups.id(2), groups.id(3)]).toEqual([
      2,
      0,
      '1-b',
      '',
    ])
  })
})
