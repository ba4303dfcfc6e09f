import { fold } from '../store/fold.ts'
import { compareUnits } from './compare-units.ts'
import type { SessionColumns } from './session-columns.ts'

/** A policy or a backup server as sessions name it. `uid` is '' where EM gave none. */
export interface Label {
  readonly kind: 'policy' | 'server'
  readonly uid: string
  readonly name: string
  /** The name as it is searched. */
  readonly folded: string
  /** Labels of one policy or server have one identity, from 0: the UID or, where there is none, the name. */
  readonly identity: number
}

/** Labels of policies and backup servers, by their ids. */
export class Labels {
  readonly #labels: Label[] = []
  readonly #idsOfIdentity: number[][] = []
  readonly #identityOfUid = new Map<string, number>()
  readonly #newestLabel: number[] = []
  readonly #identityOf: number[] = []
  #newest = 0
  #byName: Uint32Array | undefined
  #places: Uint32Array | undefined

  /** The greatest id. */
  get newest(): number {
    return this.#newest
  }

  add(id: number, kind: Label['kind'], uid: string, name: string): void {
    const key = uid === '' ? JSON.stringify([kind, name]) : uidKey(kind, uid)
    const identity = this.#identityOfUid.get(key) ?? this.#idsOfIdentity.length
    this.#identityOfUid.set(key, identity)
    this.#idsOfIdentity[identity] = [...(this.#idsOfIdentity[identity] ?? []), id]
    this.#labels[id] = { kind, uid, name, folded: fold(name), identity }
    this.#identityOf[id] = identity
    this.#newestLabel[identity] ??= id
    this.#newest = Math.max(this.#newest, id)
    this.#forgetOrder()
  }

  /** Goes by the labels of these sessions from now on: the newest one has the name of today. */
  renew({ byStart, policy, server }: Pick<SessionColumns, 'byStart' | 'policy' | 'server'>): void {
    for (let index = 0; index < byStart.length; index += 1) {
      const position = byStart[index] ?? 0
      this.#goBy(policy[position] ?? 0)
      this.#goBy(server[position] ?? 0)
    }
    this.#forgetOrder()
  }

  #forgetOrder(): void {
    this.#byName = undefined
    this.#places = undefined
  }

  #goBy(id: number): void {
    const identity = this.#identityOf[id]
    if (identity !== undefined) this.#newestLabel[identity] = id
  }

  /** Throws a RangeError for an id that is none. */
  label(id: number): Label {
    const label = this.#labels[id]
    if (label === undefined) throw new RangeError(`there is no label ${id}`)
    return label
  }

  /** The identity of each label, by its id. */
  get identities(): readonly number[] {
    return this.#identityOf
  }

  /** Ids of the labels with a UID, which is not '', in any case. */
  withUid(kind: Label['kind'], uid: string): readonly number[] {
    const identity = this.#identityOfUid.get(uidKey(kind, uid))
    return identity === undefined ? [] : (this.#idsOfIdentity[identity] ?? [])
  }

  /** The label by which the newest session of an identity goes. */
  newestOf(identity: number): Label {
    return this.label(this.#newestLabel[identity] ?? 0)
  }

  /** All identities, in order of the names by which their newest sessions go. */
  identitiesByName(): Uint32Array {
    if (this.#byName) return this.#byName
    const identities = Array.from(this.#newestLabel.keys(), (identity) => this.newestOf(identity))
    const sorted = identities.sort(
      (a, b) =>
        compareUnits(a.folded, b.folded) ||
        compareUnits(a.name, b.name) ||
        compareUnits(a.uid, b.uid),
    )
    this.#byName = Uint32Array.from(sorted, ({ identity }) => identity)
    return this.#byName
  }

  /** Where the identity of each label stands in `identitiesByName`, by the label's id. */
  placesByName(): Uint32Array {
    if (this.#places) return this.#places
    const places = new Uint32Array(this.#idsOfIdentity.length)
    this.identitiesByName().forEach((identity, place) => {
      places[identity] = place
    })
    const identityOf = this.#identityOf
    this.#places = Uint32Array.from(
      { length: this.#newest + 1 },
      (_, id) => places[identityOf[id] ?? -1] ?? 0,
    )
    return this.#places
  }

  /** For each id whether its label passes. */
  truth(passes: (label: Label) => boolean): Uint8Array {
    const truth = new Uint8Array(this.#newest + 1)
    this.#labels.forEach((label, id) => {
      if (passes(label)) truth[id] = 1
    })
    return truth
  }

  /** What is made of each label, by its id; '' for ids that are none. */
  list(make: (label: Label) => string): string[] {
    return Array.from({ length: this.#newest + 1 }, (_, id) => {
      const label = this.#labels[id]
      return label === undefined ? '' : make(label)
    })
  }
}

function uidKey(kind: Label['kind'], uid: string): string {
  return `${kind} ${fold(uid)}`
}
