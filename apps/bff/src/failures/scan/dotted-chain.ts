import { charClass, classAt } from './character-class.ts'
import type { Found } from './found.ts'
import { isWordEdge, wordEnd } from './word-run.ts'

/** What words joined by points are: a host's name, a file, or names of code and ends of sentences (`plain`). */
export interface DottedChain {
  readonly is: 'host' | 'path' | 'plain'
  readonly end: number
}

const files: ReadonlySet<string> = new Set(
  `bak bat bin bkf cfg chk cmd conf config csv dat db ini iso json ldf lock log mdf nvram out pem pid ps1 py
  sh sock sql tmp txt vbk vbm vbs vib vlb vmdk vmem vmsd vmsn vmss vmtx vmx vrb vswp xml yaml yml zip`.split(
    /\s+/,
  ),
)
/** What runs is told by its name; another program is another cause. */
const programs: ReadonlySet<string> = new Set(['exe', 'dll', 'sys', 'msc', 'msi', 'jar', 'so'])

/** Names of code and of faults begin so, and may be written in one case. */
const codeRoots: ReadonlySet<string> = new Set(
  'vim vmodl vpx pbm sms vss com org java javax system microsoft'.split(' '),
)

const shortestTopLevel = 2
/** Longer chains are looked at in pieces, so that looking from each of their words costs little. */
const mostLabels = 12

/**
 * The chain of words that begins with the word up to `firstEnd`, where a point and another word follow.
 * The labels of a host after its first are of one case; `System.Net.Sockets` and `details.The` are not.
 */
export function dottedChainAt(text: string, at: number, firstEnd: number): DottedChain | undefined {
  let end = firstEnd
  let lastStart = at
  let isOneCase = true
  for (let labels = 1; labels < mostLabels; labels += 1) {
    if (text.charAt(end) !== '.' || !isLabelStart(text, end + 1)) break
    lastStart = end + 1
    end = wordEnd(text, lastStart)
    const label = text.slice(lastStart, end)
    isOneCase &&= label === label.toLowerCase() || label === label.toUpperCase()
  }
  if (end === firstEnd) return undefined
  if (isCodeName(text.slice(at, firstEnd))) return { is: 'plain', end }
  return { is: natureOf(text.slice(lastStart, end), isOneCase), end }
}

function natureOf(last: string, isOneCase: boolean): DottedChain['is'] {
  const folded = last.toLowerCase()
  if (files.has(folded)) return 'path'
  const canBeTopLevel = last.length >= shortestTopLevel && /^\p{L}+$/u.test(last)
  return isOneCase && canBeTopLevel && !programs.has(folded) ? 'host' : 'plain'
}

/** Whether a chain of words that begins with this one names code or a fault: `vim.fault.NoHost`. */
export function isCodeName(first: string): boolean {
  return codeRoots.has(first.toLowerCase())
}

function isLabelStart(text: string, at: number): boolean {
  const found = classAt(text, at)
  return found === charClass.latin || found === charClass.digit || found === charClass.underscore
}

const port = /:\d{2,5}(?![.:]?\d)/y

/** Where the port that follows a name or an address ends, or the given end where none does. */
export function portEnd(text: string, end: number): number {
  port.lastIndex = end
  return port.test(text) && isWordEdge(text, port.lastIndex) ? port.lastIndex : end
}

/** A known name with the domain and the port that follow it: `sql-07` of `sql-07.lab:6160`. */
export function withDomain(text: string, at: number, name: Found): Found {
  const domain = dottedChainAt(text, at, name.end)
  return { kind: name.kind, end: portEnd(text, domain?.is === 'host' ? domain.end : name.end) }
}
