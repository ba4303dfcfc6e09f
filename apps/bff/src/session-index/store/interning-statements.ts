import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

type LabelArguments = { kind: 'policy' | 'server'; uid: string; name: string }

/** The statements that find and add what is kept once. */
export function prepareInterningStatements(database: DatabaseSync, db: Kysely<Tables>) {
  return {
    findWord: prepare(database, (arg: Arguments<{ word: string }>) =>
      db.selectFrom('words').select('id').where('word', '=', arg('word')).compile(),
    ),
    addWord: prepare(database, (arg: Arguments<{ word: string }>) =>
      db
        .insertInto('words')
        .values({ word: arg('word') })
        .compile(),
    ),
    findLabel: prepare(database, (arg: Arguments<LabelArguments>) =>
      db
        .selectFrom('labels')
        .select('id')
        .where('kind', '=', arg('kind'))
        .where('uid', '=', arg('uid'))
        .where('name', '=', arg('name'))
        .compile(),
    ),
    addLabel: prepare(database, (arg: Arguments<LabelArguments>) =>
      db
        .insertInto('labels')
        .values({ kind: arg('kind'), uid: arg('uid'), name: arg('name') })
        .compile(),
    ),
    findText: prepare(database, (arg: Arguments<{ text: string }>) =>
      db.selectFrom('texts').select('id').where('text', '=', arg('text')).compile(),
    ),
    addText: prepare(
      database,
      (arg: Arguments<{ text: string; folded: string; skeleton: number }>) =>
        db
          .insertInto('texts')
          .values({ text: arg('text'), folded: arg('folded'), skeleton: arg('skeleton') })
          .compile(),
    ),
    addRest: prepare(database, (arg: Arguments<{ id: number; rest: string }>) =>
      sql`insert into rests_search (rowid, rest) values (${arg('id')}, ${arg('rest')})`.compile(db),
    ),
    findSkeleton: prepare(database, (arg: Arguments<{ skeleton: string }>) =>
      db.selectFrom('skeletons').select('id').where('skeleton', '=', arg('skeleton')).compile(),
    ),
    addSkeleton: prepare(database, (arg: Arguments<{ skeleton: string }>) =>
      db
        .insertInto('skeletons')
        .values({ skeleton: arg('skeleton') })
        .compile(),
    ),
    addToSkeletonSearch: prepare(database, (arg: Arguments<{ id: number; skeleton: string }>) =>
      sql`insert into skeletons_search (rowid, skeleton)
        values (${arg('id')}, ${arg('skeleton')})`.compile(db),
    ),
    findSet: prepare(database, (arg: Arguments<{ members: string }>) =>
      db.selectFrom('text_sets').select('id').where('members', '=', arg('members')).compile(),
    ),
    addSet: prepare(database, (arg: Arguments<{ members: string }>) =>
      db
        .insertInto('text_sets')
        .values({ members: arg('members') })
        .compile(),
    ),
  }
}
