import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import { fold } from './fold.ts'
import { prepareInterningStatements } from './interning-statements.ts'
import type { Tables } from './tables.ts'
import { textShape } from './text-shape.ts'

const mostCached = 100_000
/** Characters; of two bytes each at most. */
const mostCharactersCached = 4_000_000

/** Keeps what recurs in thousands of rows (words, names, texts, lists of texts) once, and knows it by its id. */
export class Interning {
  readonly #cache = new LRUCache<string, number>({
    max: mostCached,
    maxSize: mostCharactersCached,
    sizeCalculation: (_, key) => key.length,
  })
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = prepareInterningStatements(database, db)
  }

  /** The id of EM's word for a State or Result. */
  word(word: string): number {
    const { findWord, addWord } = this.#statements
    return this.#idOf(
      `w${word}`,
      () => findWord.get({ word })?.id,
      () => addWord.insert({ word }),
    )
  }

  /** The id of a policy or backup server as a session names it. */
  label(kind: 'policy' | 'server', givenUid: string | null, name: string): number {
    const { findLabel, addLabel } = this.#statements
    const uid = givenUid ?? ''
    return this.#idOf(
      `${kind === 'policy' ? 'p' : 's'}${JSON.stringify([uid, name])}`,
      () => findLabel.get({ kind, uid, name })?.id,
      () => addLabel.insert({ kind, uid, name }),
    )
  }

  /** The id of a failure text or of a VM's name; it can be searched from now on. */
  text(text: string): number {
    const { findText, addText, addRest } = this.#statements
    return this.#idOf(
      textKey(text),
      () => findText.get({ text })?.id,
      () => {
        const folded = fold(text)
        const { skeleton, rest } = textShape(folded)
        const id = addText.insert({ text, folded, skeleton: this.#skeleton(skeleton) })
        if (rest !== '') addRest.run({ id, rest })
        return id
      },
    )
  }

  #skeleton(skeleton: string): number {
    const { findSkeleton, addSkeleton, addToSkeletonSearch } = this.#statements
    return this.#idOf(
      skeletonKey(skeleton),
      () => findSkeleton.get({ skeleton })?.id,
      () => {
        const id = addSkeleton.insert({ skeleton })
        addToSkeletonSearch.run({ id, skeleton })
        return id
      },
    )
  }

  /** The id of a list of texts, in this order; null for an empty one. */
  textSet(texts: readonly string[]): number | null {
    if (texts.length === 0) return null
    const { findSet, addSet } = this.#statements
    const members = texts.map((text) => this.text(text)).join(',')
    return this.#idOf(
      setKey(members),
      () => findSet.get({ members })?.id,
      () => addSet.insert({ members }),
    )
  }

  /** To be called for every text that is deleted. */
  forgetText(text: string): void {
    this.#cache.delete(textKey(text))
  }

  /** To be called for every skeleton that is deleted. */
  forgetSkeleton(skeleton: string): void {
    this.#cache.delete(skeletonKey(skeleton))
  }

  /** To be called for every list that is deleted. */
  forgetSet(members: string): void {
    this.#cache.delete(setKey(members))
  }

  /** To be called when a transaction was rolled back: ids given out in it are nobody's. */
  forgetAll(): void {
    this.#cache.clear()
  }

  #idOf(key: string, find: () => number | undefined, add: () => number): number {
    const cached = this.#cache.get(key)
    if (cached !== undefined) return cached
    const id = find() ?? add()
    this.#cache.set(key, id)
    return id
  }
}

const textKey = (text: string) => `t${text}`
const skeletonKey = (skeleton: string) => `k${skeleton}`
const setKey = (members: string) => `m${members}`
