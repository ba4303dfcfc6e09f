/** What EM's query language cannot do, with the reason a person is given. */
export const liveDisabledOperators = {
  '~=': 'Enterprise Manager has no “contains”; it compares whole values only',
} as const
