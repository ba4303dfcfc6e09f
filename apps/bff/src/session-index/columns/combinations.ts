/** The values by which sessions are counted, as ids; see `SessionColumns`. */
export interface Combination {
  readonly health: number
  readonly state: number
  readonly result: number
  readonly policy: number
  readonly server: number
}

/**
 * The combinations of these values that sessions have, numbered from 0, in columns of their own. A
 * policy has a handful, so that there are far fewer of them than sessions: what is asked of these
 * values is asked of each combination once.
 */
export class Combinations {
  readonly health: number[] = []
  readonly state: number[] = []
  readonly result: number[] = []
  readonly policy: number[] = []
  readonly server: number[] = []
  readonly #ofPolicy: number[][] = []

  get count(): number {
    return this.health.length
  }

  /** The number of a combination, which it gets where it is new. */
  numberOf(values: Combination): number {
    let ofPolicy = this.#ofPolicy[values.policy]
    if (ofPolicy === undefined) {
      ofPolicy = []
      this.#ofPolicy[values.policy] = ofPolicy
    }
    for (const number of ofPolicy) if (this.#is(number, values)) return number
    ofPolicy.push(this.count)
    this.health.push(values.health)
    this.state.push(values.state)
    this.result.push(values.result)
    this.policy.push(values.policy)
    this.server.push(values.server)
    return this.count - 1
  }

  #is(number: number, { health, state, result, server }: Combination): boolean {
    return (
      this.health[number] === health &&
      this.state[number] === state &&
      this.result[number] === result &&
      this.server[number] === server
    )
  }
}
