import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

type TextGroup = { text: number; failure_group: number; knew_vms: number; version: number }

/** The statements that find and keep the groups of failure texts. */
export function prepareGroupingStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const groups = db.selectFrom('failure_groups')
  return {
    textGroup: prepare(database, (arg: Arguments<{ text: number }>) =>
      db
        .selectFrom('text_groups')
        .select(['failure_group', 'knew_vms'])
        .where('text', '=', arg('text'))
        .compile(),
    ),
    put: prepare(database, (arg: Arguments<TextGroup>) =>
      db
        .replaceInto('text_groups')
        .values({
          text: arg('text'),
          failure_group: arg('failure_group'),
          knew_vms: arg('knew_vms'),
          version: arg('version'),
        })
        .compile(),
    ),
    noteVms: prepare(database, (arg: Arguments<TextGroup>) =>
      db
        .updateTable('text_groups')
        .set({ knew_vms: arg('knew_vms') })
        .where('text', '=', arg('text'))
        .compile(),
    ),
    group: prepare(database, (arg: Arguments<{ id: number }>) =>
      groups.select('group_id').where('id', '=', arg('id')).compile(),
    ),
    groupCalled: prepare(database, (arg: Arguments<{ groupId: string }>) =>
      groups.select(['id', 'template']).where('group_id', '=', arg('groupId')).compile(),
    ),
    addGroup: prepare(database, (arg: Arguments<{ groupId: string; template: string }>) =>
      db
        .insertInto('failure_groups')
        .values({ group_id: arg('groupId'), template: arg('template') })
        .compile(),
    ),
    renameGroup: prepare(database, (arg: Arguments<{ id: number; template: string }>) =>
      db
        .updateTable('failure_groups')
        .set({ template: arg('template') })
        .where('id', '=', arg('id'))
        .compile(),
    ),
    alias: prepare(database, (arg: Arguments<{ old_id: string; new_id: string }>) =>
      db
        .insertInto('group_aliases')
        .values({ old_id: arg('old_id'), new_id: arg('new_id'), texts: 1 })
        .onConflict((conflict) =>
          conflict.columns(['old_id', 'new_id']).doUpdateSet({ texts: sql`texts + 1` }),
        )
        .compile(),
    ),
  }
}
