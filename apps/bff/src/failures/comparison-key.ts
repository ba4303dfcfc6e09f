import { withoutEndMarks } from './end-marks.ts'
import type { Scanned } from './scan/scan.ts'
import type { Token } from './scan/token.ts'

/**
 * All kinds of variable parts are one to the comparison: what the kind is tells nothing of the cause,
 * and one and the same proxy is a name in one text, an address or a number in the next.
 */
const anyVariable = '‹›'

/** Join the names of a list: `a, b and c`. */
const conjunctions: ReadonlySet<string> = new Set(
  'and or und oder og eller och et ou y e и と및'.split(' '),
)
/** End a list that was cut: `a, b and 7 more`. */
const listTails: ReadonlySet<string> = new Set(
  'more other others weitere weiteren flere andre til autres más fler'.split(' '),
)
/** Forms that depend on whether it is one or many. */
const agreement: ReadonlyMap<string, string> = new Map([
  ['was', 'was'],
  ['has', 'has'],
  ['its', 'its'],
  ['this', 'this'],
  ['were', 'was'],
  ['are', 'is'],
  ['have', 'has'],
  ['they', 'it'],
  ['wurden', 'wurde'],
  ['sind', 'ist'],
  ['werden', 'wird'],
  ['können', 'kann'],
  ['konnten', 'konnte'],
])
const singular = /^([a-z]+[^s])s$/

/** The words of one line under way. */
interface Line {
  readonly parts: string[]
  /** A conjunction after a variable part, which counts only where no other variable part follows. */
  pending: string
  last: string
  /** The variable part that was added last belongs to a list with a conjunction. */
  endsList: boolean
}

/** A line of a text, and what it is compared by. */
interface KeyedLine {
  readonly key: string
  readonly tokens: readonly Token[]
}

/** What a text, or a cause in it, says. */
export interface Statement {
  /** The lines that say something, each once: a stack trace or a list of blocks is a few lines. */
  readonly lines: readonly KeyedLine[]
  /** What it is compared by. Two statements are of one cause exactly where their keys are equal. */
  readonly key: string
}

/**
 * What these tokens say, the marks at both ends left aside. Statements are compared by their words in lower
 * case, in one normal form and number, their codes and symbols, and one mark for all that varies. Blanks,
 * punctuation, how long a list of names is, and lines that repeat do not matter.
 */
export function statementOf(scanned: Scanned, tokens: readonly Token[]): Statement {
  const bare = withoutEndMarks(scanned, tokens)
  const lines = distinctLines(scanned, bare)
  const key = lines.map((line) => line.key).join(' ')
  const hasWords = bare.some(({ kind }) => kind === 'word' || kind === 'code')
  return { lines, key: normalForm(hasWords ? key : kindsKey(bare, key)) }
}

function distinctLines(scanned: Scanned, tokens: readonly Token[]): readonly KeyedLine[] {
  const lines = new Map<string, KeyedLine>()
  for (let from = 0, to = 0; from <= tokens.length; from = to + 1) {
    to = from
    while (to < tokens.length && tokens[to]?.kind !== 'break') to += 1
    const line = from === 0 && to === tokens.length ? tokens : tokens.slice(from, to)
    const key = lineKey(scanned, line)
    if (key !== '' && !lines.has(key)) lines.set(key, { key, tokens: line })
  }
  return [...lines.values()]
}

/** Where there is no word at all, what kinds of things there are is all that can be told. */
function kindsKey(tokens: readonly Token[], key: string): string {
  const kinds = new Set<string>()
  for (const token of tokens) if (token.kind === 'variable') kinds.add(token.variable)
  return [...kinds, key].join(' ').trim()
}

/** Accents in one character or two, and letters of full width, are the same; so are lists over several lines. */
function normalForm(key: string): string {
  const joined = key.replace(/‹›(?: ‹›)+/g, anyVariable)
  return /[^\p{ASCII}‹›]/u.test(joined)
    ? joined.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss')
    : joined
}

/** `code = 5` is `code: 5`. */
function isAssignment({ text }: Scanned, token: Token): boolean {
  return token.kind === 'symbol' && text.charAt(token.start) === '='
}

function lineKey(scanned: Scanned, tokens: readonly Token[]): string {
  const line: Line = { parts: [], last: '', pending: '', endsList: false }
  for (const token of tokens) {
    if (token.kind === 'variable') addVariable(line)
    else if (token.kind !== 'punctuation' && !isAssignment(scanned, token)) {
      addWord(line, scanned.folded.slice(token.start, token.end))
    }
  }
  flush(line)
  return line.parts.join(' ')
}

function add(line: Line, part: string): void {
  line.parts.push(part)
  line.last = part
}

function flush(line: Line): void {
  if (line.pending !== '') add(line, line.pending)
  line.pending = ''
}

function addVariable(line: Line): void {
  line.endsList = line.pending !== ''
  line.pending = ''
  if (line.last !== anyVariable) add(line, anyVariable)
}

function addWord(line: Line, folded: string): void {
  const isAfterVariable = line.pending === '' && line.last === anyVariable
  if (isAfterVariable && line.endsList && listTails.has(folded)) return
  if (isAfterVariable && conjunctions.has(folded)) {
    line.pending = folded
    return
  }
  flush(line)
  add(line, wordForm(folded, isAfterVariable))
}

function wordForm(word: string, isCounted: boolean): string {
  const agreed = agreement.get(word)
  if (agreed !== undefined) return agreed
  return isCounted ? (singular.exec(word)?.[1] ?? word) : word
}
