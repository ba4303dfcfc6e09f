/**
 * A piece of filter text by its looks alone: `word` is made of [A-Za-z0-9_], `other` is a run of
 * anything that would have to be quoted, `operator` a run of operator characters, known or not.
 */
export interface Lexeme {
  readonly kind:
    | 'space'
    | 'word'
    | 'quoted'
    | 'unterminated'
    | 'operator'
    | 'and'
    | 'or'
    | 'open'
    | 'close'
    | 'other'
  readonly start: number
  readonly end: number
}

const single = new Map<string, Lexeme['kind']>([
  [';', 'and'],
  [',', 'or'],
  ['(', 'open'],
  [')', 'close'],
])
const run = /(?<space>\s+)|(?<operator>[=!<>~]+)|(?<other>[^\s=!<>~;,()"]+)/y
const word = /^[A-Za-z0-9_]+$/
/** `Name==""Backup""`, as the vendor's reference writes the name "Backup" with its quotes. */
const doubledQuotes = /""[A-Za-z0-9_]+""/y

const quotedAt = (text: string, start: number): Lexeme => {
  doubledQuotes.lastIndex = start
  if (doubledQuotes.test(text)) return { kind: 'quoted', start, end: doubledQuotes.lastIndex }
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  return quote === -1
    ? { kind: 'unterminated', start, end: text.length }
    : { kind: 'quoted', start, end: quote + 1 }
}

const lexemeAt = (text: string, start: number): Lexeme => {
  const character = text.charAt(start)
  if (character === '"') return quotedAt(text, start)
  const kind = single.get(character)
  if (kind !== undefined) return { kind, start, end: start + 1 }
  run.lastIndex = start
  const match = run.exec(text)
  const end = run.lastIndex
  if (match?.groups?.space !== undefined) return { kind: 'space', start, end }
  if (match?.groups?.operator !== undefined) return { kind: 'operator', start, end }
  return { kind: word.test(text.slice(start, end)) ? 'word' : 'other', start, end }
}

/** Cuts any text into lexemes that cover it without a gap, in one pass; never throws. */
export function lexemesOf(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  let start = 0
  while (start < text.length) {
    const lexeme = lexemeAt(text, start)
    lexemes.push(lexeme)
    start = lexeme.end
  }
  return lexemes
}

/** The value that a `word` or `quoted` lexeme stands for. */
export function unquoted(text: string, lexeme: Lexeme): string {
  const written = text.slice(lexeme.start, lexeme.end)
  if (lexeme.kind !== 'quoted') return written
  doubledQuotes.lastIndex = 0
  const inner = doubledQuotes.test(written) ? written : written.slice(1, -1)
  return inner.replaceAll('""', '"')
}
