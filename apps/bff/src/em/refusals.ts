/** EM grants a role to an account that is logged on already; after this long it is asked anew. */
const rememberedMs = 10 * 60_000

/**
 * What EM refuses to the account although its logon was fresh. For that the account is not logged on
 * anew at every request; a subject is what is asked, without values that change.
 */
export class Refusals {
  readonly #until = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  has(subject: string): boolean {
    return (this.#until.get(subject) ?? 0) > this.#now()
  }

  note(subject: string): void {
    this.#until.set(subject, this.#now() + rememberedMs)
  }

  forget(subject: string): void {
    this.#until.delete(subject)
  }
}
