import type { VariableKind } from '../variable-kinds.ts'
import { charClass, classAt } from './character-class.ts'
import type { Found } from './found.ts'
import { digitsEnd } from './moments.ts'
import { longestUnit, unitKinds, unspacedUnitLengths } from './units.ts'
import { isWordEdge } from './word-run.ts'

/** Between the digits of one number: a point or comma of any language, an apostrophe, narrow blanks. */
const separators = ".,'’\u00a0\u202f٫٬"

/** Longer rows of digits are read in pieces, so that one that turns out to be none costs little. */
const mostNumberParts = 16

/** Where the number that begins with the digit at this place ends, its fraction, groups or further parts with it. */
function numberEnd(text: string, start: number): { end: number; parts: number } {
  let end = digitsEnd(text, start)
  let parts = 1
  while (parts < mostNumberParts && isJoinedToDigit(text, end)) {
    end = digitsEnd(text, end + 1)
    parts += 1
  }
  return { end, parts }
}

function isJoinedToDigit(text: string, end: number): boolean {
  return separators.includes(text.charAt(end)) && classAt(text, end + 1) === charClass.digit
}

function unitAfter(folded: string, numbersEnd: number): Found | undefined {
  const before = folded.charAt(numbersEnd)
  const isApart = classAt(folded, numbersEnd) === charClass.space || before === '-'
  const start = isApart && before !== '\n' ? numbersEnd + 1 : numbersEnd
  if (folded.charAt(start) === '%') return { kind: 'percent', end: start + 1 }
  const end = unitEnd(folded, start)
  const kind = end > start ? unitKinds.get(folded.slice(start, end)) : undefined
  if (kind === undefined) return undefined
  return { kind, end: folded.charAt(end) === '.' && isAbbreviated(folded, end) ? end + 1 : end }
}

/** `Sek.` and `Std.` in the middle of a sentence; at its end the point is the sentence's. */
function isAbbreviated(folded: string, end: number): boolean {
  const next = folded.charAt(end + 2)
  return folded.charAt(end + 1) === ' ' && next >= '0' && next <= '9'
}

function unitEnd(folded: string, start: number): number {
  const first = classAt(folded, start)
  if (first === charClass.ideograph) return start + unspacedUnitLength(folded, start)
  if (!isLetter(first)) return start
  let end = start
  const limit = start + longestUnit + 1
  while (end < limit && isLetter(classAt(folded, end))) end += 1
  if (end === limit) return start
  if (folded.startsWith('/s', end) && isWordEdge(folded, end + 2)) return end + 2
  return isWordEdge(folded, end) || classAt(folded, end) === charClass.digit ? end : start
}

function unspacedUnitLength(folded: string, start: number): number {
  for (const length of unspacedUnitLengths) {
    const unit = folded.slice(start, start + length)
    if (unitKinds.has(unit)) return unit.length
  }
  return 0
}

function isLetter(found: number): boolean {
  return found >= charClass.latin && found <= charClass.mark && found !== charClass.digit
}

const joints = [', ', ' ', ' and ', ' und ', ' og ', ' et ', ' y ', '']

/** What is between two parts of one duration: `53 min 15 sec`, `1d2h`, `1 Minute und 5 Sekunden`. */
function nextPartAt(folded: string, end: number): number {
  const joint = joints.find(
    (candidate) =>
      folded.startsWith(candidate, end) &&
      classAt(folded, end + candidate.length) === charClass.digit,
  )
  return joint === undefined ? 0 : end + joint.length
}

const mostDurationParts = 4

/**
 * The amount that begins with a digit at this place of a folded text: a number, with its unit where one
 * follows, and with what belongs to the same duration. Nothing where the number is part of a word.
 */
export function amountAt(folded: string, at: number): Found | undefined {
  const number = numberEnd(folded, at)
  const unit = unitAfter(folded, number.end)
  if (unit === undefined) return bareNumber(folded, number.end, number.parts)
  const whole = unit.kind === 'duration' ? wholeDuration(folded, unit) : unit
  return isWordEdge(folded, whole.end) ? whole : undefined
}

const ordinal = /(?:st|nd|rd|th)/y

function bareNumber(folded: string, end: number, parts: number): Found | undefined {
  const kind: VariableKind = parts > 2 && folded.charAt(end) !== ',' ? 'version' : 'number'
  if (isWordEdge(folded, end)) return { kind, end }
  ordinal.lastIndex = end
  const isOrdinal = ordinal.test(folded) && isWordEdge(folded, end + 2)
  return isOrdinal ? { kind: 'number', end: end + 2 } : undefined
}

function wholeDuration(folded: string, first: Found): Found {
  let { end } = first
  for (let part = 1; part < mostDurationParts; part += 1) {
    const next = nextPartAt(folded, end)
    const unit = next === 0 ? undefined : unitAfter(folded, numberEnd(folded, next).end)
    if (unit?.kind !== 'duration') break
    end = unit.end
  }
  return { kind: 'duration', end }
}
