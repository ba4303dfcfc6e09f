import { describe, expect, it } from 'vitest'
import { TaskFailures } from './task-failures.ts'

function numbersOf(failures: TaskFailures, position: number): number[] {
  const numbers: number[] = []
  failures.each(position, (...failure) => numbers.push(...failure))
  return numbers
}

describe('what failed in sessions', () => {
  it('is as it was put last', () => {
    const failures = new TaskFailures()
    failures.put(3, '7,12,0,2,8,12,2,1')
    failures.put(1, '9,10,3,4')
    expect(numbersOf(failures, 3)).toEqual([7, 12, 0, 2, 8, 12, 2, 1])
    failures.put(3, '7,13,0,1')
    failures.put(1, '')
    expect([0, 1, 2, 3, 4].map((position) => numbersOf(failures, position))).toEqual([
      [],
      [],
      [],
      [7, 13, 0, 1],
      [],
    ])
  })

  it('is told to be put anew when most of it is of no use', () => {
    const failures = new TaskFailures()
    const members = Array.from({ length: 100 }, (_, index) => index).join(',')
    for (let put = 0; put < 100; put += 1) failures.put(0, members)
    expect(failures.isWasteful).toBe(false)
    for (let put = 0; put < 100; put += 1) failures.put(0, members)
    expect(failures.isWasteful).toBe(true)
    failures.clear()
    failures.put(0, members)
    expect([failures.isWasteful, numbersOf(failures, 0).length]).toEqual([false, 100])
  })
})
