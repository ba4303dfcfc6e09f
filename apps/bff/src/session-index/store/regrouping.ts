import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import type { KnownNames } from '../../failures/scan/known-names.ts'
import type { Facts } from './facts.ts'
import type { FailureGrouping } from './failure-grouping.ts'
import { type Arguments, prepare } from './prepared.ts'
import type { SessionNames } from './session-names.ts'
import type { Tables } from './tables.ts'
import type { Touched } from './touched.ts'

/** Texts after which readers are to look again: each time they do, all that they have worked out is gone. */
const textsPerSight = 5000

interface Parts {
  facts: Facts
  grouping: FailureGrouping
  names: SessionNames
}

/** Groups the texts that are there anew when the version of the grouping is another one. */
export class Regrouping {
  readonly #parts: Parts
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>, parts: Parts) {
    this.#parts = parts
    this.#statements = {
      newest: prepare(database, () =>
        db
          .selectFrom('texts')
          .select(({ fn }) => fn.max('id').as('id'))
          .compile(),
      ),
      texts: prepare(database, (arg: Arguments<{ after: number; until: number; limit: number }>) =>
        sql<{ id: number; text: string; failureGroup: number | null; session: number | null }>`
          select texts.id, texts.text, failure_group as failureGroup, coalesce(
            (select session from tasks where reason = texts.id order by seq limit 1),
            (select seq from sessions where message = texts.id order by seq limit 1)
          ) as session
          from texts left join text_groups on text_groups.text = texts.id
          where texts.id > ${arg('after')} and texts.id <= ${arg('until')}
          order by texts.id limit ${arg('limit')}`.compile(db),
      ),
    }
  }

  /** Notes which texts are to be grouped anew, where the version of the grouping is not what it was. */
  begin(touched: Touched): void {
    const { facts, grouping } = this.#parts
    if (facts.get('grouping') === grouping.version) return
    const newest = this.#statements.newest.get({})?.id ?? 0
    facts.set('grouping', grouping.version)
    facts.set('grouped_to', 0)
    facts.set('grouped_until', newest)
    if (newest > 0) touched.seen()
  }

  /** Looks at the next `limit` texts. Gives how many are left, at most; 0 when all are grouped by this version. */
  step(limit: number, touched: Touched): number {
    const { facts } = this.#parts
    const after = facts.get('grouped_to') ?? 0
    const until = facts.get('grouped_until') ?? 0
    if (after >= until) return 0
    const texts = this.#statements.texts.all({ after, until, limit })
    // Texts of one session follow one another.
    let last: { session: number; names: KnownNames } | undefined
    for (const { session, ...text } of texts) {
      if (session === null) continue
      if (last?.session !== session) last = { session, names: this.#parts.names.of(session) }
      this.#parts.grouping.regroup(text, last.names, touched.version)
    }
    const groupedTo = texts.length < limit ? until : (texts.at(-1)?.id ?? until)
    facts.set('grouped_to', groupedTo)
    const isSight = Math.floor(groupedTo / textsPerSight) > Math.floor(after / textsPerSight)
    if (isSight || groupedTo === until) touched.seen()
    return until - groupedTo
  }
}
