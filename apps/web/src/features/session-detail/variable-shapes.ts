/*
 * Every pattern is sticky and bounded, and none can match in two ways: an attempt costs a fixed number
 * of steps at most, whatever a text holds.
 */
const guid = /\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?(?![\p{L}\p{N}_])/iuy
const address = /\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\p{L}\p{N}_])(?!\.\d)/uy
const moment =
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?(?![\p{L}\p{N}_-])|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?: \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)?(?![\p{L}\p{N}_])/uy
const units = [
  'ms|msec|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?',
  'bytes?|B|[KMGTP]i?B|[KMG]?bps|[KMG]B/s|IOPS|[KMG]?Hz',
].join('|')
const oneAmount = `\\d{1,18}(?:[.,]\\d{1,18}){0,6}[ \\u00a0\\u202f]?(?:%|(?:${units})(?![\\p{L}\\p{N}_]))`
/** With what follows at once: `53 min 15 sec` is one duration. */
const amount = new RegExp(`${oneAmount}(?: ${oneAmount}){0,3}`, 'iuy')
/** A bare number or a version; one that is a code of what went wrong is not variable, it is the cause. */
const number =
  /(?<!\b(?:code|error|errno|status|exit|hresult)[ :=]{1,3})\d{1,18}(?:[.,]\d{1,18}){0,6}(?![\p{L}\p{N}_])/iuy
/** Labels after the first are of one case, which keeps names of code (`System.Net.Sockets`) out. */
const host =
  /[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62}(?:(?:\.[a-z0-9][a-z0-9-]{0,62}){0,8}\.[a-z][a-z-]{1,62}|(?:\.[A-Z0-9][A-Z0-9-]{0,62}){0,8}\.[A-Z][A-Z-]{1,62})(?![\p{L}\p{N}_-])(?!\.[\p{L}\p{N}_])/uy
/** vSphere writes a datastore as `[name] path/on/it`. */
const datastore = /\[[^[\]\n]{1,80}\]/uy
const quoted =
  /"[^"\n]{1,120}"|“[^“”\n]{1,120}”|«[^«»\n]{1,120}»|„[^„“”\n]{1,120}[“”]|‘[^‘’\n]{1,120}’|'[^'\n]{1,120}'(?![\p{L}\p{N}])/uy

const shapes = [guid, address, moment, amount, number, host, datastore]

/** Length of the longest variable part of a known shape that begins at this place, or 0. */
export function shapeLengthAt(text: string, at: number): number {
  return Math.max(...shapes.map((shape) => lengthAt(shape, text, at)))
}

/** Length of the quotation that begins at this place, both quotes included, or 0. An apostrophe opens none. */
export function quotationLengthAt(text: string, at: number): number {
  const before = text[at - 1]
  return before !== undefined && /[\p{L}\p{N}]/u.test(before) ? 0 : lengthAt(quoted, text, at)
}

function lengthAt(shape: RegExp, text: string, at: number): number {
  shape.lastIndex = at
  return shape.exec(text)?.[0].length ?? 0
}
