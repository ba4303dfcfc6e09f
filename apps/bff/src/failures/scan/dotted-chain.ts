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
const longestEnding = Math.max(...Array.from([...files, ...programs], (ending) => ending.length))

/** Names of code and of faults begin so, and may be written in one case. */
const codeRoots: ReadonlySet<string> = new Set(
  'vim vmodl vpx pbm sms vss com org java javax system microsoft'.split(' '),
)

const shortestTopLevel = 2
/** Longer chains are looked at in pieces, so that looking from each of their words costs little. */
const mostLabels = 12

/** The labels of a text, each looked at once in however many chains it stands. */
export class ChainLabels {
  readonly #text: string
  /** By where it begins: where a label ends, negative where its letters are not of one case; 0 where none was looked at. */
  #ends: Int32Array | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Where the label that begins at this place ends, negative where its letters are not of one case. */
  end(start: number): number {
    this.#ends ??= new Int32Array(this.#text.length)
    const known = this.#ends[start] ?? 0
    if (known !== 0) return known
    const end = wordEnd(this.#text, start)
    const label = this.#text.slice(start, end)
    const isOneCase = label === label.toLowerCase() || label === label.toUpperCase()
    const found = isOneCase ? end : -end
    this.#ends[start] = found
    return found
  }
}

/** A text with its labels. */
export interface LabelledText {
  readonly text: string
  readonly labels: ChainLabels
}

/**
 * The chain of words that begins with the word up to `firstEnd`, where a point and another word follow.
 * The labels of a host after its first are of one case; `System.Net.Sockets` and `details.The` are not.
 */
export function dottedChainAt(
  { text, labels }: LabelledText,
  at: number,
  firstEnd: number,
): DottedChain | undefined {
  let end = firstEnd
  let lastStart = at
  let isOneCase = true
  for (let count = 1; count < mostLabels; count += 1) {
    if (text.charAt(end) !== '.' || !isLabelStart(text, end + 1)) break
    lastStart = end + 1
    const labelEnd = labels.end(lastStart)
    isOneCase &&= labelEnd > 0
    end = Math.abs(labelEnd)
  }
  if (end === firstEnd) return undefined
  if (isCodeName(text.slice(at, firstEnd))) return { is: 'plain', end }
  return { is: natureOf(text.slice(lastStart, end), isOneCase), end }
}

function natureOf(last: string, isOneCase: boolean): DottedChain['is'] {
  const ending = last.length <= longestEnding ? last.toLowerCase() : ''
  if (files.has(ending)) return 'path'
  if (!isOneCase || last.length < shortestTopLevel || programs.has(ending)) return 'plain'
  return /^\p{L}+$/u.test(last) ? 'host' : 'plain'
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
  if (text.charAt(end) !== ':') return end
  port.lastIndex = end
  return port.test(text) && isWordEdge(text, port.lastIndex) ? port.lastIndex : end
}

/** A known name with the domain and the port that follow it: `sql-07` of `sql-07.lab:6160`. */
export function withDomain(labelled: LabelledText, at: number, name: Found): Found {
  const domain = dottedChainAt(labelled, at, name.end)
  const end = domain?.is === 'host' ? domain.end : name.end
  return { kind: name.kind, end: portEnd(labelled.text, end) }
}
