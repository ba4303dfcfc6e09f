import { type Statement, statementOf } from './comparison-key.ts'
import { withoutEndMarks } from './end-marks.ts'
import { causeItems, innermostStatement, nestedPart } from './nested-causes.ts'
import type { Scanned } from './scan/scan.ts'
import type { Token } from './scan/token.ts'

/** What of a text names its cause: what is said around, and the causes nested in it, as far as each is needed. */
export interface NamingParts {
  /** Undefined where the causes tell it all. */
  readonly outer: Statement | undefined
  readonly causes: readonly Statement[]
}

/** Deeper nesting is read as it stands, which keeps the work in proportion to the length. */
const deepest = 4

/**
 * What names the group of a text. `Processing <vm> Error:` before it is no part of the cause. Where the
 * text ends in nested causes, `outer (a: b., c: b.)`, the innermost distinct ones name it: `b`. They do
 * so alone where they say by themselves what is wrong; else, as a lost connection or an error code means
 * something else for each component, together with the outer text.
 */
export function namingParts(scanned: Scanned): NamingParts {
  const tokens = withoutPrefix(scanned, withoutEndMarks(scanned, scanned.tokens))
  const nested = nestedPart(scanned, tokens)
  if (nested === undefined) return { outer: statementOf(scanned, tokens), causes: [] }
  const causes = new Map<string, Statement>()
  let areEnough = true
  for (const cause of innermostCauses(scanned, nested.inner, 1)) {
    const statement = statementOf(scanned, cause)
    if (causes.has(statement.key)) continue
    causes.set(statement.key, statement)
    areEnough &&= standsAlone(scanned, cause)
  }
  const outer = areEnough ? undefined : statementOf(scanned, nested.outer)
  return { outer, causes: [...causes.values()] }
}

function innermostCauses(
  scanned: Scanned,
  tokens: readonly Token[],
  depth: number,
): readonly (readonly Token[])[] {
  return causeItems(scanned, tokens).flatMap((item) => {
    const nested = depth < deepest ? nestedPart(scanned, item) : undefined
    return nested === undefined
      ? [innermostStatement(scanned, item)]
      : innermostCauses(scanned, nested.inner, depth + 1)
  })
}

const severities: ReadonlySet<string> = new Set(['error', 'warning'])
const vmWords: ReadonlySet<string> = new Set(['vm', 'virtual', 'machine'])
/** `Processing virtual machine "sql-07". Error:` */
const longestPrefix = 9

function withoutPrefix({ folded }: Scanned, tokens: readonly Token[]): readonly Token[] {
  const word = (at: number) => {
    const token = tokens[at]
    return token?.kind === 'word' ? folded.slice(token.start, token.end) : undefined
  }
  const isColon = (at: number) => {
    const token = tokens[at]
    return token?.kind === 'punctuation' && folded.charAt(token.start) === ':'
  }
  let at = 0
  if (word(0) === 'processing') {
    at = 1
    while (at < longestPrefix && isNaming(tokens[at], word(at))) at += 1
  }
  const isPrefix = severities.has(word(at) ?? '') && isColon(at + 1)
  return isPrefix && at + 2 < tokens.length ? tokens.slice(at + 2) : tokens
}

function isNaming(token: Token | undefined, word: string | undefined): boolean {
  if (token === undefined || token.kind === 'code' || token.kind === 'symbol') return false
  return word === undefined || vmWords.has(word)
}

/** How something failed, rather than what: these mean another thing for each component. */
const generalReasons: ReadonlySet<string> = new Set(
  `access address argument authentication call called canceled cancelled certificate channel closed
  communicate connect connected connecting connection credentials denied disconnected error exception
  expired fault forbidden function general host internal invalid login logon method network null object
  operation parameter password peer permission permissions pipe port privilege privileges reached reference
  refused request reset resolve respond response rpc server service socket specified ssl task terminated
  thread time timed timeout tls transport unauthorized unavailable unexpected unknown unreachable
  unspecified user value`.split(/\s+/),
)
const englishWords: ReadonlySet<string> = new Set(
  'the of to is has was cannot failed unable'.split(' '),
)
const leastWords = 4

/**
 * Whether a nested cause tells by itself what is wrong: a sentence without an error code and without a
 * general reason. General reasons are known in English alone, so in other languages it never does.
 */
function standsAlone({ folded }: Scanned, cause: readonly Token[]): boolean {
  if (cause.some((token) => token.kind === 'code')) return false
  const words = cause
    .filter((token) => token.kind === 'word')
    .map((token) => folded.slice(token.start, token.end))
  return (
    words.length >= leastWords &&
    words.some((word) => englishWords.has(word)) &&
    !words.some((word) => generalReasons.has(word))
  )
}
