import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { isListed } from '../http/listed-address.ts'

const longestName = 256

/**
 * The name a reverse proxy gives a person, in a header of this name (lower case). Undefined where there is
 * none, where there are several (one is then the person's own invention), and where the connection is not
 * the proxy's: anybody else could write any name there.
 */
export function proxyName(
  req: IncomingMessage,
  header: string,
  proxies: BlockList | undefined,
): string | undefined {
  if (!isListed(req.socket.remoteAddress ?? '', proxies)) return undefined
  const values = req.headersDistinct[header] ?? []
  if (values.length !== 1) return undefined
  // Node gives the bytes of headers as Latin-1; names are sent in UTF-8.
  const name = Buffer.from(values[0] ?? '', 'latin1')
    .toString('utf8')
    .trim()
  const isReadable = name !== '' && name.length <= longestName && !/[\p{C}\ufffd]/u.test(name)
  return isReadable ? name : undefined
}
