import type { SessionsSearch } from './sessions-search.ts'

/** What EM's query language cannot do, with the reason a person is given. */
export const liveDisabledOperators = {
  '~=': 'Enterprise Manager has no “contains”; it compares whole values only',
} as const

/** Parts of the page's state that EM cannot be asked for, with the reason a person is given. */
export const liveRefusals = {
  q: 'Enterprise Manager cannot search texts',
  health: 'Enterprise Manager does not know a session’s health, only its Result',
  failure: 'Enterprise Manager does not know which failures have one cause',
} as const
export type LiveRefusal = keyof typeof liveRefusals

const refusalKeys = ['q', 'health', 'failure'] as const satisfies readonly LiveRefusal[]

/** Which of them the address holds. */
export function refusedByLive(search: SessionsSearch): LiveRefusal[] {
  return refusalKeys.filter((key) => search[key] !== undefined)
}
