import { madeWallLinkSchema } from '@cdp-watch/contract'
import { cookieOf, operator } from '../access-rig.ts'
import { type Called, call } from '../http-call.ts'
import { until } from '../until.ts'
import { type Expectation, refusedWith } from './fuzz-request.ts'
import type { Operation } from './operations.ts'
import type { Random } from './random.ts'

interface VisitorHeaders {
  headers: Readonly<Record<string, string>>
  /** What becomes of every request of theirs; undefined where that depends on what they ask. */
  expected?: Expectation
}

/** All that a screen with a wall link may ask for. */
const shownOnWalls = ['overview', 'events']
const openToAll = ['liveness', 'readiness', 'metrics', 'signIn', 'signInState']

/** Who sends the requests: a person who is signed in, a screen with a wall link, and nobody. */
export class Visitors {
  /** Of whoever signs in as part of the fuzz. */
  readonly account = { username: 'DEMO\\jürgen', password: 'pässwort-ß€' }
  /** What a page of the dashboard sends with everything. */
  readonly own: Readonly<Record<string, string>>
  readonly #url: string
  readonly #random: Random
  #links = 0
  #person = ''
  #screen = ''

  constructor(url: string, random: Random) {
    this.#url = url
    this.#random = random
    this.own = { 'sec-fetch-site': 'same-origin', origin: url }
  }

  /** Signs a person in and opens a wall link. */
  async come(): Promise<void> {
    this.#person = await this.#signIn()
    const { url } = await this.#makeWallLink()
    this.#screen = cookieOf((await call(this.#url, new URL(url).pathname)).headers)
  }

  /** Asks as the person who is signed in. */
  get = (path: string): Promise<Called> =>
    call(this.#url, path, { headers: { cookie: this.#person } })

  /** As from another machine, so that tries to sign in are not counted together. */
  newAddress(): Record<string, string> {
    const part = () => this.#random.whole(1, 254)
    return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
  }

  /** Id of a wall link that can be revoked. */
  async takeWallLink(): Promise<string> {
    return (await this.#makeWallLink()).id
  }

  /** Who sends a request of this kind. Whoever signs out has signed in for that. */
  async headersFor(kind: string, operation: Operation): Promise<VisitorHeaders> {
    const isOpen = openToAll.includes(operation.id)
    if (kind === 'nobody') return isOpen ? { headers: {} } : { headers: {}, ...refused }
    if (kind === 'screen') {
      const headers = { cookie: this.#screen }
      return isOpen || shownOnWalls.includes(operation.id) ? { headers } : { headers, ...refused }
    }
    // A sign-in ends the one before it.
    if (operation.id === 'signIn' && kind !== 'path') return { headers: {} }
    const isEnding = operation.id === 'signOut'
    return { headers: { cookie: isEnding ? await this.#signIn() : this.#person } }
  }

  /** As an account that no request of the fuzz tries; a few sign-ins at a time are all that one account has. */
  async #signIn(): Promise<string> {
    const signedIn = await until(
      () => this.#post('/api/sign-in', operator, this.newAddress()),
      ({ status }) => status !== 429,
    )
    if (signedIn.status !== 200) throw new Error(`nobody could sign in: ${signedIn.text}`)
    return cookieOf(signedIn.headers)
  }

  async #makeWallLink() {
    this.#links += 1
    const name = `Lobby ${this.#links}`
    const made = await this.#post('/api/wall-links', { name }, { cookie: this.#person })
    return madeWallLinkSchema.parse(made.json())
  }

  #post(path: string, body: unknown, headers: Record<string, string>): Promise<Called> {
    const sent = { ...this.own, ...headers, 'content-type': 'application/json' }
    return call(this.#url, path, { method: 'POST', headers: sent, body: JSON.stringify(body) })
  }
}

const refused = { expected: refusedWith('not-signed-in') }
