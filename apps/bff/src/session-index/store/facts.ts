import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

type FactName =
  | 'data_version'
  | 'filled_back_to'
  | 'is_filled'
  | 'newest_start'
  | 'newest_task_end'
  | 'pruned_before'
  | 'read_at_em'
  | 'grouping'
  | 'grouped_to'
  | 'grouped_until'
  | 'run'
  | 'run_before'

/** The single values of the index. Times are ms since 1970. */
export class Facts {
  readonly #get
  readonly #set

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#get = prepare(database, (arg: Arguments<{ name: FactName }>) =>
      db.selectFrom('facts').select('value').where('name', '=', arg('name')).compile(),
    )
    this.#set = prepare(database, (arg: Arguments<{ name: FactName; value: number }>) =>
      db
        .insertInto('facts')
        .values({ name: arg('name'), value: arg('value') })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: arg('value') }))
        .compile(),
    )
  }

  /** Null where nobody has set it yet. */
  get(name: FactName): number | null {
    return this.#get.get({ name })?.value ?? null
  }

  set(name: FactName, value: number): void {
    this.#set.run({ name, value })
  }

  /** Sets it where it is not as high yet. */
  raise(name: FactName, value: number): void {
    if (value > (this.get(name) ?? Number.NEGATIVE_INFINITY)) this.set(name, value)
  }

  get dataVersion(): number {
    return this.get('data_version') ?? 0
  }
}
