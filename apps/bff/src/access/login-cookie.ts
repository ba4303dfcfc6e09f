import type { CookieOptions, Request, Response } from 'express'

/** A login's id as `randomBytes(32)` has it in base64url; nothing else is looked up. */
const idShape = /^[\w-]{43}$/

/**
 * The cookie that holds a login's id. Over HTTPS its name has the prefix by which browsers take it from
 * this host alone, over HTTPS alone (no other host of the domain can plant one); plain HTTP, which is for
 * this machine alone, must do without. It is gone when the browser is closed.
 */
export class LoginCookie {
  readonly name: string
  readonly #options: CookieOptions

  constructor({ isHttps }: { isHttps: boolean }) {
    this.name = isHttps ? '__Host-cdp-watch' : 'cdp-watch'
    this.#options = { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps }
  }

  /** The id a request carries. One that carries two has been given one by somebody else: none counts. */
  read(req: Request): string | undefined {
    const found = (req.headers.cookie ?? '').split(';').flatMap((pair) => {
      const [name = '', ...value] = pair.split('=')
      return name.trim() === this.name ? [value.join('=').trim()] : []
    })
    const [id] = found
    return found.length === 1 && id !== undefined && idShape.test(id) ? id : undefined
  }

  set(res: Response, id: string): void {
    res.cookie(this.name, id, this.#options)
  }

  clear(res: Response): void {
    res.clearCookie(this.name, this.#options)
  }
}
