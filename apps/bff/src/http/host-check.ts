import { isIP } from 'node:net'
import type { Request, RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/**
 * Whether a `Host` header names this server: an address, localhost, or one of its names (in lower case).
 * Any other name is one that somebody else's DNS let point here: in a browser its pages would count as
 * this server's own (DNS rebinding). Behind an address there is no such name.
 */
export function isOwnHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  const url = `http://${host}`
  if (!host || /[/?#@\\\s]/.test(host) || !URL.canParse(url)) return false
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return isIP(name) !== 0 || name === 'localhost' || names.has(name)
}

/** Refuses requests that call this server by a name that is not its own. `onRefused` is told before. */
export function createHostCheck(
  names: ReadonlySet<string>,
  onRefused: (request: Request) => void,
): RequestHandler {
  return (req, _res, next) => {
    if (isOwnHost(req.headers.host, names)) return next()
    onRefused(req)
    throw new AppError(
      'wrong-host',
      'Use its address, or set PUBLIC_URL or ALLOWED_HOSTS to the name that people open.',
    )
  }
}
