import type { SignInLimits } from '../config-access.ts'
import { AppError } from '../errors.ts'
import type { AccessStore } from './access-store.ts'
import { accountKey, addressKey } from './account-key.ts'
import type { Audit } from './audit.ts'
import type { CheckCredentials, Credentials, Verdict } from './check-credentials.ts'
import { type TryEnd, TryLimit } from './try-limit.ts'

/** More than an account's: behind one address there may be an office. */
const failuresOfOneAddress = 20

interface SignInOptions {
  limits: Pick<SignInLimits, 'failures' | 'pauseMs'>
  check: CheckCredentials
  audit: Audit
  store: Pick<AccessStore, 'saveTries' | 'removeTries' | 'tries'>
  now?: () => number
}

/**
 * Lets people in whom EM knows. Wrong passwords are counted for each account and each address before EM
 * hears of any more: EM's accounts are those of the company, which locks them after a few.
 */
export class SignIn {
  readonly #options: SignInOptions
  readonly #accounts: TryLimit
  readonly #addresses: TryLimit

  constructor(options: SignInOptions) {
    this.#options = options
    const { store, limits } = options
    const { pauseMs } = limits
    const clock = options.now ? { now: options.now } : {}
    this.#accounts = new TryLimit({ most: limits.failures, pauseMs, store, ...clock })
    this.#addresses = new TryLimit({ most: failuresOfOneAddress, pauseMs, store, ...clock })
  }

  /** Takes over what was counted before a restart. */
  load(): void {
    const rows = this.#options.store.tries()
    this.#accounts.load(rows.filter(({ key }) => key.startsWith('account ')))
    this.#addresses.load(rows.filter(({ key }) => key.startsWith('address ')))
  }

  /** The account's name as EM writes it. Rejects with an AppError that says why it is not let in. */
  async nameOf(credentials: Credentials, address: string): Promise<string> {
    try {
      return await this.#judge(credentials, address)
    } catch (error) {
      if (error instanceof AppError) {
        const name = this.#nameToKeep(credentials.username)
        this.#options.audit.note({ kind: 'sign-in-refused', name, address, reason: error.code })
      }
      throw error
    }
  }

  async #judge(credentials: Credentials, address: string): Promise<string> {
    const account = accountKey(credentials.username)
    const from = addressKey(address)
    const addressWait = this.#addresses.begin(from)
    if (addressWait > 0) throw tooMany('from this address', addressWait)
    const accountWait = this.#accounts.begin(account)
    if (accountWait > 0) {
      this.#addresses.end(from, 'not-judged')
      throw tooMany('for this account', accountWait)
    }
    let end: TryEnd = 'not-judged'
    try {
      const verdict = await this.#options.check(credentials)
      end = endOf(verdict)
      return nameIn(verdict)
    } finally {
      this.#accounts.end(account, end)
      // Somebody with an account of their own could else begin to count anew whenever they like.
      this.#addresses.end(from, end === 'passed' ? 'not-judged' : end)
    }
  }

  /** People type their password in the place of their name: only what is certainly a name is written down. */
  #nameToKeep(username: string): string | null {
    const isName = /^[^\\]+\\[^\\]+$/.test(username) || this.#options.audit.knows(username)
    return isName ? username : null
  }
}

function endOf(verdict: Verdict): TryEnd {
  switch (verdict.kind) {
    case 'right':
    case 'no-role':
      return 'passed'
    case 'wrong':
      return 'refused'
    case 'unknown':
      return verdict.isJudged ? 'refused' : 'not-judged'
  }
}

function nameIn(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'right':
      return verdict.name
    case 'no-role':
      throw new AppError(
        'sign-in-no-role',
        'Enterprise Manager knows the account but shows it nothing. Ask for a role there (Configuration, Roles).',
      )
    case 'wrong':
      throw new AppError(
        'sign-in-refused',
        'Enterprise Manager does not know this user name and password. Names usually look like DOMAIN\\user.',
      )
    case 'unknown':
      throw verdict.error
  }
}

function tooMany(whose: string, waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const wait = retryAfterSeconds < 60 ? 'in a moment' : `in ${minutes} min`
  return new AppError(
    'too-many-sign-ins',
    `Too many tries ${whose} were refused, and more could lock it in Enterprise Manager. Try again ${wait}.`,
    { retryAfterSeconds },
  )
}
