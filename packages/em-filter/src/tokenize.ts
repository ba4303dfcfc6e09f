import { type Lexeme, lexemesOf } from './lexeme.ts'
import { findOperator } from './operators.ts'

export interface FilterToken {
  readonly kind: 'field' | 'operator' | 'value' | 'connective' | 'parenthesis' | 'space' | 'error'
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/** What a filter may go on with. */
export type Expectation = 'field' | 'operator' | 'value' | 'connective'

/** A lexeme with its part in the filter, and what could stand there and after it. */
export interface RoledLexeme {
  readonly lexeme: Lexeme
  readonly role: FilterToken['kind']
  readonly before: Expectation
  readonly after: Expectation
  /** Parentheses open after it. */
  readonly depth: number
}

interface Role {
  readonly role: FilterToken['kind']
  readonly after: Expectation
}

const roleOf = (text: string, lexeme: Lexeme, before: Expectation, depth: number): Role => {
  switch (lexeme.kind) {
    case 'space':
      return { role: 'space', after: before }
    case 'word':
      if (before === 'field') return { role: 'field', after: 'operator' }
      if (before === 'value') return { role: 'value', after: 'connective' }
      return { role: 'error', after: before }
    case 'quoted':
      return { role: before === 'value' ? 'value' : 'error', after: 'connective' }
    case 'operator': {
      const known = findOperator(text.slice(lexeme.start, lexeme.end)) !== undefined
      return { role: before === 'operator' && known ? 'operator' : 'error', after: 'value' }
    }
    case 'and':
    case 'or':
      return { role: before === 'connective' ? 'connective' : 'error', after: 'field' }
    case 'open':
      return { role: before === 'field' ? 'parenthesis' : 'error', after: 'field' }
    case 'close': {
      const fits = before === 'connective' && depth > 0
      return { role: fits ? 'parenthesis' : 'error', after: 'connective' }
    }
    case 'other':
    case 'unterminated':
      return { role: 'error', after: before === 'field' ? 'operator' : 'connective' }
  }
}

/** Cuts any text, also an unfinished one, into lexemes with their parts in a filter. */
export function rolesOf(text: string): RoledLexeme[] {
  let before: Expectation = 'field'
  let depth = 0
  return lexemesOf(text).map((lexeme) => {
    const { role, after } = roleOf(text, lexeme, before, depth)
    if (lexeme.kind === 'open') depth += 1
    if (lexeme.kind === 'close') depth = Math.max(0, depth - 1)
    const roled = { lexeme, role, before, after, depth }
    before = after
    return roled
  })
}

/**
 * The coloured pieces of any text for an editor: they cover it without a gap, in order. It looks at
 * the form alone; whether fields and values are right is for `parse` to say. Never throws.
 */
export function tokenize(text: string): FilterToken[] {
  return rolesOf(text).map(({ lexeme, role }) => ({
    kind: role,
    start: lexeme.start,
    end: lexeme.end,
  }))
}
