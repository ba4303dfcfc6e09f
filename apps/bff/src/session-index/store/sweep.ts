import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import type { FailureGrouping } from './failure-grouping.ts'
import type { Interning } from './interning.ts'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

/** The tables that are swept, each with the one after it. */
const following = {
  text_sets: 'texts',
  texts: 'failure_groups',
  failure_groups: 'skeletons',
  skeletons: 'text_sets',
} as const
type Swept = keyof typeof following

/**
 * Removes lists of texts and texts that no session and no task refers to any more, and groups without
 * texts. It goes round: first through the lists, then through the texts, as a list that goes lets go of
 * its texts, then through the groups and the skeletons; then again.
 */
export class Sweep {
  readonly #interning: Interning
  readonly #grouping: FailureGrouping
  readonly #statements
  #at: { table: Swept; after: number } = { table: 'text_sets', after: 0 }

  constructor(
    database: DatabaseSync,
    db: Kysely<Tables>,
    interning: Interning,
    grouping: FailureGrouping,
  ) {
    this.#interning = interning
    this.#grouping = grouping
    this.#statements = prepareStatements(database, db)
  }

  /** Looks at the next `limit` lists, texts, groups or skeletons. Gives how many it removed. */
  step(limit: number): number {
    const { after, table } = this.#at
    switch (table) {
      case 'text_sets':
        return this.#sweepSets(after, limit)
      case 'texts':
        return this.#sweepTexts(after, limit)
      case 'failure_groups':
        return this.#sweepGroups(after, limit)
      case 'skeletons':
        return this.#sweepSkeletons(after, limit)
    }
  }

  /** To the next rows of the table or, where these were its last, to the next table. */
  #goOn(looked: readonly { readonly id: number }[], limit: number): void {
    const { table } = this.#at
    const last = looked.at(-1)
    this.#at =
      last !== undefined && looked.length === limit
        ? { table, after: last.id }
        : { table: following[table], after: 0 }
  }

  #sweepSets(after: number, limit: number): number {
    const { sets, removeSet } = this.#statements
    const looked = sets.all({ after, limit })
    this.#goOn(looked, limit)
    const orphans = looked.filter(({ is_used }) => is_used === 0)
    for (const { id, members } of orphans) {
      removeSet.run({ id })
      this.#interning.forgetSet(members)
    }
    return orphans.length
  }

  #sweepTexts(after: number, limit: number): number {
    const { texts, memberLists, text, removeRest, removeText } = this.#statements
    const looked = texts.all({ after, limit })
    this.#goOn(looked, limit)
    const orphans = new Set(looked.filter(({ is_used }) => is_used === 0).map(({ id }) => id))
    if (orphans.size > 0) {
      for (const { members } of memberLists.iterate({})) {
        for (const id of members.split(',')) orphans.delete(Number(id))
      }
    }
    for (const id of orphans) {
      const orphan = text.get({ id })
      if (orphan === undefined) continue
      removeRest.run({ id })
      removeText.run({ id })
      this.#interning.forgetText(orphan.text)
    }
    return orphans.size
  }

  #sweepGroups(after: number, limit: number): number {
    const { groups, removeGroup } = this.#statements
    const looked = groups.all({ after, limit })
    this.#goOn(looked, limit)
    const orphans = looked.filter(({ is_used }) => is_used === 0)
    for (const { id, group_id } of orphans) {
      removeGroup.run({ id })
      this.#grouping.forgetGroup(group_id)
    }
    return orphans.length
  }

  #sweepSkeletons(after: number, limit: number): number {
    const { skeletons, removeFromSkeletonSearch, removeSkeleton } = this.#statements
    const looked = skeletons.all({ after, limit })
    this.#goOn(looked, limit)
    const orphans = looked.filter(({ is_used }) => is_used === 0)
    for (const { id, skeleton } of orphans) {
      removeFromSkeletonSearch.run({ id })
      removeSkeleton.run({ id })
      this.#interning.forgetSkeleton(skeleton)
    }
    return orphans.length
  }
}

type Window = { after: number; limit: number }
type Id = { id: number }

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  return {
    sets: prepare(database, (arg: Arguments<Window>) =>
      sql<{ id: number; members: string; is_used: number }>`
        select id, members,
          exists (select 1 from sessions where failure_set = text_sets.id) or
          exists (select 1 from sessions where vm_set = text_sets.id) as is_used
        from text_sets where id > ${arg('after')} order by id limit ${arg('limit')}`.compile(db),
    ),
    removeSet: prepare(database, (arg: Arguments<Id>) =>
      db.deleteFrom('text_sets').where('id', '=', arg('id')).compile(),
    ),
    texts: prepare(database, (arg: Arguments<Window>) =>
      sql<{ id: number; is_used: number }>`
        select id,
          exists (select 1 from tasks where vm = texts.id) or
          exists (select 1 from tasks where reason = texts.id) or
          exists (select 1 from sessions where message = texts.id) as is_used
        from texts where id > ${arg('after')} order by id limit ${arg('limit')}`.compile(db),
    ),
    memberLists: prepare(database, () => db.selectFrom('text_sets').select('members').compile()),
    text: prepare(database, (arg: Arguments<Id>) =>
      db.selectFrom('texts').select('text').where('id', '=', arg('id')).compile(),
    ),
    removeRest: prepare(database, (arg: Arguments<Id>) =>
      sql`delete from rests_search where rowid = ${arg('id')}`.compile(db),
    ),
    skeletons: prepare(database, (arg: Arguments<Window>) =>
      sql<{ id: number; skeleton: string; is_used: number }>`
        select id, skeleton,
          exists (select 1 from texts where texts.skeleton = skeletons.id) as is_used
        from skeletons where id > ${arg('after')} order by id limit ${arg('limit')}`.compile(db),
    ),
    removeFromSkeletonSearch: prepare(database, (arg: Arguments<Id>) =>
      sql`delete from skeletons_search where rowid = ${arg('id')}`.compile(db),
    ),
    removeSkeleton: prepare(database, (arg: Arguments<Id>) =>
      db.deleteFrom('skeletons').where('id', '=', arg('id')).compile(),
    ),
    groups: prepare(database, (arg: Arguments<Window>) =>
      sql<{ id: number; group_id: string; is_used: number }>`
        select id, group_id,
          exists (select 1 from text_groups where failure_group = failure_groups.id) as is_used
        from failure_groups where id > ${arg('after')} order by id limit ${arg('limit')}`.compile(
        db,
      ),
    ),
    removeGroup: prepare(database, (arg: Arguments<Id>) =>
      db.deleteFrom('failure_groups').where('id', '=', arg('id')).compile(),
    ),
    removeText: prepare(database, (arg: Arguments<Id>) =>
      db.deleteFrom('texts').where('id', '=', arg('id')).compile(),
    ),
  }
}
