import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery } from '../columns/array-query.ts'
import type { IndexMemory } from '../columns/index-memory.ts'

/** A group by its number, and the older id that led to it, where one did. */
export interface FoundGroup {
  readonly group: number
  readonly redirectedFrom: string | null
}

/** Finds groups by their ids, also by those that another version of the grouping gave. */
export class GroupLookup {
  readonly #memory: Pick<IndexMemory, 'failureGroups'>
  readonly #aliases: ArrayQuery

  constructor(database: DatabaseSync, memory: Pick<IndexMemory, 'failureGroups'>) {
    this.#memory = memory
    this.#aliases = new ArrayQuery(
      database,
      'SELECT new_id FROM group_aliases WHERE old_id = ? ORDER BY texts DESC, new_id LIMIT 1',
    )
  }

  /** The group with an id or, where it has no texts any more, the one that most of them went to. Undefined where there is none. */
  find(id: string): FoundGroup | undefined {
    const { failureGroups } = this.#memory
    const seen = new Set<string>()
    for (let current: string | undefined = id; current !== undefined && !seen.has(current); ) {
      const group = failureGroups.number(current)
      if (failureGroups.isUsed(group)) return { group, redirectedFrom: current === id ? null : id }
      seen.add(current)
      const [alias] = this.#aliases.all(current)
      current = alias === undefined ? undefined : String(alias[0])
    }
    return undefined
  }
}
