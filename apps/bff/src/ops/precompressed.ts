import { readdirSync } from 'node:fs'
import type { RequestHandler } from 'express'

/** Encodings in the order of preference, and the endings of their files. */
const endings = { br: '.br', gzip: '.gz' } as const
const encodings = ['br', 'gzip'] as const

/**
 * Leads a request for a file in this folder to its compressed neighbour, where the build has made one and
 * the browser takes it. Only files that are the same for everybody are compressed so: how long one is
 * tells nothing.
 */
export function createPrecompressed(folder: string): RequestHandler {
  const files = new Set(readdirSync(folder))
  return (req, res, next) => {
    const name = req.path.slice(1)
    const offered = encodings.filter((encoding) => files.has(`${name}${endings[encoding]}`))
    if (offered.length === 0) return next()
    res.vary('Accept-Encoding')
    const encoding = offered.find((each) => each === req.acceptsEncodings(...offered))
    if (encoding === undefined) return next()
    res.setHeader('Content-Encoding', encoding)
    res.type(name.slice(name.lastIndexOf('.')))
    req.url = `/${name}${endings[encoding]}`
    next()
  }
}
