import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/** A value as node:sqlite takes it. Throws TypeError for anything else, rather than store something near to it. */
export function sqlValue(value: unknown): SQLInputValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value
    default:
      if (value === null) return value
      throw new TypeError(`SQLite has no value for a ${typeof value}`)
  }
}

/** Lets Kysely run its queries on a database of node:sqlite, whose statements are shaped a little differently. */
export function createDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = database.prepare(text)
        return {
          reader: statement.columns().length > 0,
          all: (values) => statement.all(...values.map(sqlValue)),
          run: (values) => statement.run(...values.map(sqlValue)),
          iterate: (values) => statement.iterate(...values.map(sqlValue)),
        }
      },
    },
  })
}
