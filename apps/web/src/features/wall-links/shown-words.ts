import { healthSchema } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'
import { healthWords } from '../../ui/health-words.ts'

/** Filters whose values are ids, which mean nothing to people: how many there are. */
const counted: Readonly<Record<string, (count: number) => string>> = {
  policyUid: (count) => countOf(count, 'policy', 'policies'),
  backupServerUid: (count) => countOf(count, 'backup server'),
  failure: (count) => countOf(count, 'cause of failures', 'causes of failures'),
}
const titles: Readonly<Record<string, string>> = {
  q: 'Search',
  filter: 'Filter',
  health: 'Health',
  state: 'State',
  result: 'Result',
}

/** The filters of a wall in words, one for each; none where all policies are shown. `shown` as for `screenAddress`. */
export function shownWords(shown: string): readonly string[] {
  const search = new URLSearchParams(shown)
  return Array.from(new Set(search.keys()), (key) => {
    const values = search.getAll(key)
    return (
      counted[key]?.(values.length) ?? `${titles[key] ?? key}: ${values.map(valueWords).join(', ')}`
    )
  })
}

function valueWords(value: string): string {
  const health = healthSchema.safeParse(value)
  return health.success ? healthWords[health.data] : value
}
