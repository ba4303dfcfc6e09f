import type { Request, Response } from 'express'

const name = 'cdp-wall'
/** As long as browsers keep any; a screen that is opened anew each night has it renewed. */
const longestMs = 400 * 24 * 3600_000

/** The secret of a wall link that a request carries; undefined where it carries none, or two. */
export function readWallCookie(req: Pick<Request, 'headers'>): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.filter((pair) => pair.startsWith(`${name}=`))
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined
}

/** Lets the browser that gets this answer carry a secret from now on. Pages cannot read it, other sites cannot send it. */
export function setWallCookie(req: Request, res: Response, secret: string): void {
  res.cookie(name, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: req.secure,
    path: '/',
    maxAge: longestMs,
  })
}
