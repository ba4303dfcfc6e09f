/** Fields of which many rows have the same value. */
const repeated = [
  'state',
  'result',
  'policyUid',
  'policyName',
  'policyType',
  'policySessionUid',
  'policySessionName',
  'backupServerUid',
  'backupServerName',
] as const
const schedule = 'rpoSchedule'

/**
 * Lets rows share what they have in common. Each row of an answer has copies of its own, texts that are
 * pieces of longer ones, which these keep in memory: a third of what a round of a large estate holds.
 */
export class SharedValues {
  readonly #texts = new Map<string, string>()
  /** By their JSON. */
  readonly #schedules = new Map<string, unknown>()

  /** Puts what a row before had in the place of what equals it; the row says what it said. */
  shareIn(row: object): void {
    for (const field of repeated) {
      const value: unknown = Reflect.get(row, field)
      if (typeof value === 'string') Reflect.set(row, field, known(this.#texts, value, value))
    }
    const week: unknown = Reflect.get(row, schedule)
    if (Array.isArray(week)) {
      Reflect.set(row, schedule, known(this.#schedules, JSON.stringify(week), week))
    }
  }
}

/** What is known by a key; from now on the value, where nothing was. */
function known<T>(all: Map<string, T>, key: string, value: T): T {
  const before = all.get(key)
  if (before !== undefined) return before
  all.set(key, value)
  return value
}
