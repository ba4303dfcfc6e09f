import { describe, expect, it } from 'vitest'
import { taskHealth, taskWord } from './task-health.ts'

describe('health and word of a task', () => {
  it.each([
    ['Completed', 'Success', 'ok', 'OK'],
    ['Completed', 'Warning', 'warning', 'Warning'],
    ['Completed', 'Failed', 'failed', 'Failed'],
    ['InProgress', 'Failed', 'failed', 'Failed'],
    ['InProgress', 'None', 'working', 'Working'],
    ['Pending', 'None', 'working', 'Pending'],
    ['WaitingSlot', 'None', 'working', 'WaitingSlot'],
    ['InProgress', 'Cancelled', 'unknown', 'Cancelled'],
    ['Completed', 'Cancelled', 'unknown', 'Cancelled'],
    ['Completed', 'None', 'unknown', 'No result'],
  ])('%s, %s', (state, result, health, word) => {
    expect(taskHealth({ state, result })).toBe(health)
    expect(taskWord({ state, result })).toBe(word)
  })
})
