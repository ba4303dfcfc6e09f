import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Grouping } from '../../failures/grouping.ts'
import { compareTemplates } from '../../failures/lead-template.ts'
import { namesInText } from '../../failures/names-in-text.ts'
import type { KnownNames } from '../../failures/scan/known-names.ts'
import { prepareGroupingStatements } from './failure-grouping-statements.ts'
import type { Interning } from './interning.ts'
import type { Tables } from './tables.ts'
import type { Touched } from './touched.ts'

const mostTexts = 100_000
const mostGroups = 5000

/** A failure text by its id, and the group it is in so far. */
export interface StoredText {
  readonly id: number
  readonly text: string
  readonly failureGroup: number | null
}

/** Keeps for each failure text the group it is in. */
export class FailureGrouping {
  readonly version: number
  readonly #grouping: Grouping
  readonly #interning: Interning
  readonly #statements
  /** By id of text: whether it was grouped with the names of VMs. */
  readonly #knewVms = new LRUCache<number, boolean>({ max: mostTexts })
  readonly #groups = new LRUCache<string, { id: number; template: string }>({ max: mostGroups })

  constructor(
    database: DatabaseSync,
    db: Kysely<Tables>,
    interning: Interning,
    grouping: Grouping,
  ) {
    this.version = grouping.version
    this.#grouping = grouping
    this.#interning = interning
    this.#statements = prepareGroupingStatements(database, db)
  }

  /** Sees to it that these failure texts of one session are grouped. `namesOf` is asked only where one is not. */
  take(
    texts: Iterable<string>,
    hasVms: boolean,
    namesOf: () => KnownNames,
    touched: Touched,
  ): void {
    let names: KnownNames | undefined
    for (const text of texts) {
      const id = this.#interning.text(text)
      const known = this.#knewVms.get(id)
      if (known === true || (known === false && !hasVms)) continue
      const stored = this.#statements.textGroup.get({ text: id })
      if (stored === undefined || (stored.knew_vms === 0 && hasVms)) {
        names ??= namesOf()
        const failureGroup = stored?.failure_group ?? null
        if (this.regroup({ id, text, failureGroup }, names, touched.version)) touched.seen()
      } else {
        this.#knewVms.set(id, stored.knew_vms === 1)
      }
    }
  }

  /** Groups a text by these names, whatever group it is in so far. True where it is in another one now. */
  regroup(text: StoredText, names: KnownNames, version: number): boolean {
    const { id: newId, template } = this.#grouping.groupOf(text.text, namesInText(text.text, names))
    const group = this.#groupOf(newId, template)
    const knewVms = names.vms.length > 0
    this.#knewVms.set(text.id, knewVms)
    const row = { text: text.id, failure_group: group, knew_vms: Number(knewVms), version }
    if (text.failureGroup === group) {
      this.#statements.noteVms.run(row)
      return false
    }
    const old =
      text.failureGroup === null
        ? undefined
        : this.#statements.group.get({ id: text.failureGroup })?.group_id
    this.#statements.put.run(row)
    if (old !== undefined) this.#statements.alias.run({ old_id: old, new_id: newId })
    return true
  }

  #groupOf(groupId: string, template: string): number {
    const known = this.#groups.get(groupId) ?? this.#statements.groupCalled.get({ groupId })
    const isLead =
      known === undefined || compareTemplates({ text: template }, { text: known.template }) < 0
    const id = known?.id ?? this.#statements.addGroup.insert({ groupId, template })
    if (known !== undefined && isLead) this.#statements.renameGroup.run({ id, template })
    this.#groups.set(groupId, { id, template: isLead ? template : known.template })
    return id
  }

  /** To be called for every group that is deleted. */
  forgetGroup(groupId: string): void {
    this.#groups.delete(groupId)
  }

  /** To be called when a transaction was rolled back: what was grouped in it is not. */
  forgetAll(): void {
    this.#knewVms.clear()
    this.#groups.clear()
  }
}
