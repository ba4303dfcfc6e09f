import { describe, expect, it } from 'vitest'
import { nextTasksState, sessionStage, tasksStates } from './tasks-state.ts'

const { none, watched, wanted, final } = tasksStates

describe('sessionStage', () => {
  it.each([
    ['Working', 'None', false, 'working'],
    ['Idle', 'Failed', false, 'working'],
    ['Working', 'None', true, 'gone'],
    ['Stopped', 'Success', false, 'ended-well'],
    ['Stopped', 'Warning', false, 'ended-otherwise'],
    ['Stopped', 'None', false, 'ended-otherwise'],
    ['Stopped', 'Halted', false, 'ended-otherwise'],
  ])('of %s, %s, gone %s is %s', (state, result, isGone, stage) => {
    expect(sessionStage({ state, result, isGone })).toBe(stage)
  })
})

describe('nextTasksState', () => {
  it.each([
    ['begins', none, 'working', 'outcome', watched],
    ['works on', watched, 'working', 'none', watched],
    ['works, and EM told all its tasks', watched, 'working', 'all-tasks', watched],
    ['works again', final, 'working', 'outcome', watched],
    ['is gone', watched, 'gone', 'none', watched],
    ['ends well', watched, 'ended-well', 'outcome', none],
    ['ends well after all', final, 'ended-well', 'outcome', none],
    ['ended well, and EM told all its tasks', wanted, 'ended-well', 'all-tasks', none],
    ['fails', watched, 'ended-otherwise', 'outcome', wanted],
    ['is first seen failed', none, 'ended-otherwise', 'outcome', wanted],
    ['failed and is heard of again', wanted, 'ended-otherwise', 'none', wanted],
    ['failed, and EM told all its tasks', wanted, 'ended-otherwise', 'all-tasks', final],
    ['is settled and only renamed', final, 'ended-otherwise', 'none', final],
    ['is settled and fails in another way', final, 'ended-otherwise', 'outcome', wanted],
  ] as const)('of a session that %s', (_, before, session, news, expected) => {
    expect(nextTasksState({ before, session, news })).toBe(expected)
  })
})
