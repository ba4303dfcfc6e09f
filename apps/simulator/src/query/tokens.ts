import type { Operator } from './expression.ts'
import { FilterError, operators } from './expression.ts'

/** A piece of a filter and where it begins. */
export type Token =
  | { readonly kind: 'word' | 'quoted'; readonly text: string; readonly at: number }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly at: number }
  | { readonly kind: 'and' | 'or' | 'open' | 'close'; readonly at: number }

const marks = { ';': 'and', ',': 'or', '(': 'open', ')': 'close' } as const

function isMark(char: string): char is keyof typeof marks {
  return Object.hasOwn(marks, char)
}

function readQuoted(text: string, at: number): { value: string; end: number } {
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) throw new FilterError(`Unterminated string that begins at position ${at}.`)
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

/** Splits a filter. Outside of quotes spaces are ignored, even within a word. Throws FilterError. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (/\s/.test(char)) {
      at += 1
    } else if (char === '"') {
      const { value, end } = readQuoted(text, at)
      tokens.push({ kind: 'quoted', text: value, at })
      at = end
    } else if (isMark(char)) {
      tokens.push({ kind: marks[char], at })
      at += 1
    } else if (/[A-Za-z0-9_]/.test(char)) {
      const run = /^[A-Za-z0-9_\s]+/.exec(text.slice(at))?.[0] ?? char
      tokens.push({ kind: 'word', text: run.replace(/\s+/g, ''), at })
      at += run.length
    } else {
      const operator = operators.find((candidate) => text.startsWith(candidate, at))
      if (!operator) throw new FilterError(`Unexpected character '${char}' at position ${at}.`)
      tokens.push({ kind: 'operator', operator, at })
      at += operator.length
    }
  }
  return tokens
}
