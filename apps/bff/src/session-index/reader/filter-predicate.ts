import type { DatabaseSync } from 'node:sqlite'
import {
  evaluate,
  type FilterCondition,
  type FilterTree,
  findField,
  readValue,
} from '@cdp-watch/em-filter'
import { ArrayQuery, type ArrayRow } from '../columns/array-query.ts'
import type { IndexMemory } from '../columns/index-memory.ts'
import { PositionWalk } from './position-walk.ts'
import { byTruth, every, type Predicate, some } from './predicate.ts'
import type { SliceRange } from './slice-range.ts'
import { comparableTime, timeCondition } from './time-condition.ts'

const type = 'CdpReplicaSession'

/** Whether a condition holds for a value of its field. */
type Holds = (value: string | null) => boolean

/**
 * A filter in EM's language over the columns. It passes what `evaluate` does of the sessions as they
 * are answered: a field with few values is evaluated once for each of them.
 */
export class FilterCompiler {
  readonly #memory: IndexMemory
  readonly #queries

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#queries = {
      names: new ArrayQuery(
        database,
        'SELECT seq, name FROM sessions WHERE seq BETWEEN ? AND ? ORDER BY seq',
      ),
      uid: new ArrayQuery(database, 'SELECT seq, uid FROM sessions WHERE uid = ?'),
      // Walks through the index on `uid`, without the sessions themselves.
      uidInAnyCase: new ArrayQuery(
        database,
        'SELECT seq, uid FROM sessions WHERE uid = ? COLLATE NOCASE',
      ),
      messages: new ArrayQuery(
        database,
        `SELECT id, text FROM texts
          WHERE id IN (SELECT message FROM sessions WHERE message IS NOT NULL)`,
      ),
    }
  }

  /**
   * Throws a RangeError for what `evaluate` throws one for. Sessions that are outside of `range` may be
   * judged wrongly.
   */
  predicate(tree: FilterTree, range: SliceRange): Predicate {
    switch (tree.kind) {
      case 'condition':
        return this.#condition(tree, range)
      case 'and':
        return every(tree.children.map((child) => this.predicate(child, range)))
      case 'or':
        return some(tree.children.map((child) => this.predicate(child, range)))
    }
  }

  #condition(condition: FilterCondition, range: SliceRange): Predicate {
    const { columns, labels, words } = this.#memory
    const key = findField(type, condition.field)?.key
    const holds: Holds = (value) => evaluate(condition, type, { [key ?? '']: value })
    // Throws for a condition that is none, also where there is no session to hold it against.
    holds(null)
    switch (key) {
      case 'uid':
        return this.#uid(condition, holds)
      case 'name':
        return this.#name(holds, range)
      case 'policyUid':
        return byTruth(
          columns.policy,
          labels.truth((label) => holds(label.uid)),
        )
      case 'policyName':
        return byTruth(
          columns.policy,
          labels.truth((label) => holds(label.name)),
        )
      case 'backupServerUid':
        return byTruth(
          columns.server,
          labels.truth((label) => holds(label.uid)),
        )
      case 'backupServerName':
        return byTruth(
          columns.server,
          labels.truth((label) => holds(label.name)),
        )
      case 'creationTimeUTC':
        return this.#time(columns.created, condition)
      case 'endTimeUTC':
        return this.#time(columns.ended, condition)
      case 'state':
        return byTruth(columns.state, words.truth(holds))
      case 'result':
        return byTruth(columns.result, words.truth(holds))
      case 'failureMessage':
        return this.#failureMessage(holds)
      default:
        throw new RangeError(`sessions have no field ${condition.field}`)
    }
  }

  #time(times: Float64Array, { field: name, operator, value }: FilterCondition): Predicate {
    const field = findField(type, name)
    const read = field && operator !== '~=' ? readValue(field, operator, value) : undefined
    if (operator === '~=' || !read?.ok) {
      throw new RangeError(`${name} ${operator} ${value} is no condition on a time`)
    }
    const holds = timeCondition(operator, comparableTime(read.value))
    return (position) => holds(times[position] ?? Number.NaN)
  }

  #uid({ operator, value }: FilterCondition, holds: Holds): Predicate {
    const { columns } = this.#memory
    const others = operator === '!='
    const exceptions = new Set<number>()
    for (const row of this.#sessionsCalled(value)) {
      if (holds(String(row[1])) !== others) exceptions.add(columns.positionOf(Number(row[0])))
    }
    return (position) => exceptions.has(position) !== others
  }

  /** No two sessions have UIDs that differ in case alone, so the slow look in any case is for want of the other. */
  #sessionsCalled(uid: string): ArrayRow[] {
    const exact = [...this.#queries.uid.rows(uid)]
    return exact.length > 0 ? exact : [...this.#queries.uidInAnyCase.rows(uid)]
  }

  #name(holds: Holds, range: SliceRange): Predicate {
    const { columns } = this.#memory
    const truth = new Uint8Array(columns.count)
    const walk = new PositionWalk(columns)
    for (const row of this.#queries.names.rows(range.first, range.last)) {
      if (holds(String(row[1]))) truth[walk.next(Number(row[0]))] = 1
    }
    return (position) => truth[position] === 1
  }

  #failureMessage(holds: Holds): Predicate {
    const truth = new Uint8Array(this.#memory.newestText + 1)
    // Message 0 is none.
    truth[0] = Number(holds(null))
    for (const row of this.#queries.messages.rows()) {
      truth[Number(row[0])] = Number(holds(String(row[1])))
    }
    return byTruth(this.#memory.columns.message, truth)
  }
}
