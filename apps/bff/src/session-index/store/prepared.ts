import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type CompiledQuery, type Expression, type RawBuilder, sql } from 'kysely'
import { sqlValue } from './node-sqlite-dialect.ts'

/** Stands in a query for a value that each run gives. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** The values of a statement, by name. */
type Values = Readonly<Record<string, SQLInputValue>>

/** Names a value of the statement, where a query takes one. */
export type Arguments<Args> = <Name extends keyof Args & string>(
  name: Name,
) => RawBuilder<Args[Name]>

/**
 * The tables are STRICT and Kysely has typed the query by them, so that a row that is there is of its
 * type.
 */
function isRow<Row>(row: unknown): row is Row {
  return row !== undefined
}

/** A query that was compiled once and runs many times, at once and without promises. */
class Prepared<Args extends Values, Row> {
  readonly #statement: StatementSync
  readonly #parameters: readonly unknown[]

  constructor(database: DatabaseSync, query: CompiledQuery<Row>) {
    this.#statement = database.prepare(query.sql)
    this.#parameters = query.parameters
  }

  #bind(args: Args): SQLInputValue[] {
    const values: Values = args
    return this.#parameters.map((parameter) =>
      sqlValue(parameter instanceof Placeholder ? values[parameter.name] : parameter),
    )
  }

  /** The first row, or undefined where there is none. */
  get(args: Args): Row | undefined {
    const row: unknown = this.#statement.get(...this.#bind(args))
    return isRow<Row>(row) ? row : undefined
  }

  all(args: Args): Row[] {
    const rows: unknown[] = this.#statement.all(...this.#bind(args))
    return rows.filter((row) => isRow<Row>(row))
  }

  /** Row by row, for answers that are too large to hold. The statement must not run again meanwhile. */
  *iterate(args: Args): Generator<Row> {
    for (const row of this.#statement.iterate(...this.#bind(args))) {
      if (isRow<Row>(row)) yield row
    }
  }

  /** How many rows it has changed. */
  run(args: Args): number {
    return Number(this.#statement.run(...this.#bind(args)).changes)
  }

  /** The id of the row that it inserts. */
  insert(args: Args): number {
    return Number(this.#statement.run(...this.#bind(args)).lastInsertRowid)
  }
}

/**
 * Prepares a query of Kysely's whose values are named by `arg`:
 * `prepare(database, (arg: Arguments<{ uid: string }>) => db.selectFrom('sessions').select('seq').where('uid', '=', arg('uid')).compile())`
 */
export function prepare<Args extends Values, Row>(
  database: DatabaseSync,
  build: (arg: Arguments<Args>) => CompiledQuery<Row>,
): Prepared<Args, Row> {
  return new Prepared<Args, Row>(
    database,
    build((name) => sql`${new Placeholder(name)}`),
  )
}

/** `values (…)` of an insert into these columns. */
export function valuesOf<Args>(
  columns: readonly (keyof Args & string)[],
  arg: Arguments<Args>,
): Expression<unknown> {
  return sql`values (${sql.join(columns.map((column) => arg(column)))})`
}

/** What an update sets these columns to. */
export function assignmentsOf<Args, Column extends keyof Args & string>(
  columns: readonly Column[],
  arg: Arguments<Args>,
): { [C in Column]?: RawBuilder<Args[C]> } {
  const assignments: { [C in Column]?: RawBuilder<Args[C]> } = {}
  for (const column of columns) assignments[column] = arg(column)
  return assignments
}

/** Whether two rows have the same values in these columns. */
export function areSameIn<Row>(columns: readonly (keyof Row)[], a: Row, b: Row): boolean {
  return columns.every((column) => a[column] === b[column])
}
