import { type BlockList, isIP } from 'node:net'

/** Whether an address is among those of a list; nothing is where there is no list. */
export function isListed(address: string, list: BlockList | undefined): boolean {
  const family = isIP(address)
  if (!list || family === 0) return false
  return list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
