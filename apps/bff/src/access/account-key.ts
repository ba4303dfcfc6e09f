import { isIPv6 } from 'node:net'

/**
 * Under which an account's refused tries are counted: its name without domain, folded as far as Windows
 * and more, so that no other way to write it gives more tries. Accounts of two domains with one name share
 * them.
 */
export function accountKey(username: string): string {
  const name = username.slice(username.search(/[^\\/]*$/))
  const plain = name.normalize('NFKD').replace(/[\p{M}\p{C}\p{Z}]|\.+$/gu, '')
  return `account ${plain.toUpperCase().toLowerCase()}`
}

/** Under which an address's refused tries are counted: of IPv6 the network, as one machine has all of it. */
export function addressKey(address: string): string {
  return `address ${isIPv6(address) ? networkOf(address) : address}`
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::', 2)
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  // An IPv4 address at the end stands for two groups.
  const width = first.length + last.length + (address.includes('.') ? 1 : 0)
  const gap = tail === undefined ? [] : Array.from({ length: 8 - width }, () => '0')
  const groups = [...first, ...gap, ...last].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
