import { isIPv6 } from 'node:net'
import { charClass, classAt } from './character-class.ts'
import type { Found } from './found.ts'
import { isWordEdge } from './word-run.ts'

const guid = /\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?/y
const hardware = /(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}/y
const versionFour = /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?/y
const versionSix = /\[?([0-9a-f:.]{3,45})(?:%[0-9a-z]{1,15})?(?:\/\d{1,3}|\]:\d{1,5}|\])?/y

function found(
  kind: 'id' | 'address',
  pattern: RegExp,
  folded: string,
  at: number,
): Found | undefined {
  pattern.lastIndex = at
  if (!pattern.test(folded)) return undefined
  const end = pattern.lastIndex
  return isWordEdge(folded, end) ? { kind, end } : undefined
}

/** The GUID that begins at this place of a folded text, its braces with it. */
export function guidAt(folded: string, at: number): Found | undefined {
  return found('id', guid, folded, at)
}

/** The hardware address (MAC) that begins at this place of a folded text. */
export function hardwareAddressAt(folded: string, at: number): Found | undefined {
  return found('address', hardware, folded, at)
}

/** The IPv4 address that begins at this place of a text, its port or prefix with it. */
export function versionFourAt(folded: string, at: number): Found | undefined {
  const address = found('address', versionFour, folded, at)
  if (address === undefined || folded.charAt(address.end) !== '.') return address
  return classAt(folded, address.end + 1) === charClass.digit ? undefined : address
}

/** The IPv6 address that begins at this place of a folded text, with its zone, port or prefix. */
export function versionSixAt(folded: string, at: number): Found | undefined {
  versionSix.lastIndex = at
  const match = versionSix.exec(folded)
  const candidate = match?.[1]
  if (match === null || candidate === undefined) return undefined
  // A sentence may go on with a point or a colon after it.
  const address = /[^:][.:]$/.test(candidate) ? candidate.slice(0, -1) : candidate
  const end =
    address === candidate ? versionSix.lastIndex : at + match[0].indexOf(address) + address.length
  return isIPv6(address) && isWordEdge(folded, end) ? { kind: 'address', end } : undefined
}

const hexDigits = '0123456789abcdef'

/**
 * The address with colons (IPv6 or MAC) that begins with the word up to `wordEnd`, where a colon
 * follows. Within a row of words and colons none begins.
 */
export function colonAddressAt(folded: string, at: number, wordEnd: number): Found | undefined {
  if (wordEnd - at > 4 || !hexDigits.includes(folded.charAt(wordEnd - 1))) return undefined
  if (folded.charAt(at - 1) === ':' && hexDigits.includes(folded.charAt(at - 2) || ' '))
    return undefined
  return hardwareAddressAt(folded, at) ?? versionSixAt(folded, at)
}
