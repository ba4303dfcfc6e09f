import { charClass, classAt } from './character-class.ts'
import type { Found } from './found.ts'
import { isWordEdge } from './word-run.ts'

/*
 * Every pattern here is sticky and bounded, and its alternatives differ in what they begin with: an
 * attempt costs a fixed number of steps at most, whatever a text holds.
 */
const months = [
  'jan(?:uary|uar|vier)?|jänner|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s)?|märz?|mär|apr(?:il)?|avr(?:il)?',
  'may|mai|ma[jy]o?|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember)?|o[ck]t(?:ober|obre)?',
  'nov(?:ember|embre)?|de[cs](?:ember)?|dez(?:ember)?|déc(?:embre)?',
].join('|')
const zone =
  '(?: ?(?:z|utc|gmt|ces?t|bst|jst|[ecmp][sd]t)(?![\\p{L}\\p{N}_])| ?[+-]\\d\\d:?\\d\\d(?!\\d))?'
const clock = `\\d\\d?:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?(?: uhr)?${zone}`
const thenClock = `(?:(?:[t ,]|, | at | um | kl\\.? | à )${clock})?`
const spelled = `\\d\\d?(?:st|nd|rd|th|\\.)?[ -](?:${months})\\.?,?[ -]\\d{4}${thenClock}`

function sticky(...alternatives: string[]): RegExp {
  return new RegExp(`(?:${alternatives.join('|')})`, 'uy')
}

const withOrdinal = sticky(spelled, `\\d{8}t\\d{4,6}(?:\\.\\d{1,9})?z?`)
const eastern = sticky(
  '\\d{2,4}[年년]\\s?\\d\\d?[月월]\\s?\\d\\d?[日일](?:\\s?(?:午前|午後|오전|오후|上午|下午)?\\s?(?:\\d\\d?:\\d\\d(?::\\d\\d)?|\\d\\d?[時时시]\\s?\\d\\d?[分분](?:\\s?\\d\\d?[秒초])?))?',
)
/** By what follows the first digits. */
const patterns: ReadonlyMap<string, RegExp> = new Map([
  [':', sticky(clock)],
  [
    '/',
    sticky(`\\d{4}/\\d\\d?/\\d\\d?${thenClock}`, `\\d\\d?/\\d\\d?/(?:\\d{4}|\\d\\d)${thenClock}`),
  ],
  [
    '-',
    sticky(`\\d{4}-\\d\\d?-\\d\\d?${thenClock}`, `\\d\\d?-\\d\\d?-\\d{4}${thenClock}`, spelled),
  ],
  [
    '.',
    sticky(
      '\\d{1,4}\\.\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?',
      `\\d{4}\\.\\d\\d?\\.\\d\\d?${thenClock}`,
      `\\d\\d?\\. ?\\d\\d?\\. ?\\d{4}${thenClock}`,
      spelled,
    ),
  ],
  [' ', sticky(spelled)],
  ...'snrt'.split('').map((letter) => [letter, withOrdinal] as const),
  ['年', eastern],
  ['년', eastern],
])
const monthFirst = sticky(`(?:${months})\\.? \\d\\d?(?:st|nd|rd|th)?,? \\d{4}${thenClock}`)
const weekday = /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?=\d|[a-z]{3,9}\.? \d)/y
/** What months and weekdays begin with, so that few words are looked at twice. */
const beginnings: ReadonlySet<string> = new Set(
  'jan feb fév mar mär apr avr may mai mag maj jun jui jul aug aoû sep oct okt nov dec des dez déc jän mon tue wed thu fri sat sun'.split(
    ' ',
  ),
)

function endOf(pattern: RegExp, folded: string, at: number): number {
  pattern.lastIndex = at
  if (!pattern.test(folded)) return 0
  const end = pattern.lastIndex
  return isWordEdge(folded, end) ? end : 0
}

const initials = new Set(Array.from(beginnings, (beginning) => beginning.charAt(0)))

/** Whether this place of a folded text begins like the name of a month or of a day of the week. */
function beginsCalendarWord(folded: string, at: number): boolean {
  return initials.has(folded.charAt(at)) && beginnings.has(folded.slice(at, at + 3))
}

/** The date, time of day or time span that begins with digits up to `digitsEnd` at this place of a folded text. */
export function momentAt(folded: string, at: number, digitsEnd: number): Found | undefined {
  const after = folded.charAt(digitsEnd)
  const pattern = patterns.get(after)
  if (pattern === undefined || (after === ' ' && !beginsCalendarWord(folded, digitsEnd + 1))) {
    return undefined
  }
  const end = endOf(pattern, folded, at)
  const isLonger = folded.charAt(end) === '.' && classAt(folded, end + 1) === charClass.digit
  return end === 0 || isLonger ? undefined : { kind: 'time', end }
}

/** The date that begins with the name of a month or of a day of the week at this place of a folded text. */
export function spelledMomentAt(folded: string, at: number): Found | undefined {
  if (!beginsCalendarWord(folded, at)) return undefined
  weekday.lastIndex = at
  const start = weekday.test(folded) ? weekday.lastIndex : at
  const end = endOf(monthFirst, folded, start)
  if (end > 0) return { kind: 'time', end }
  return start > at ? momentAt(folded, start, digitsEnd(folded, start)) : undefined
}

/** Where the digits that begin at this place end. */
export function digitsEnd(text: string, start: number): number {
  let at = start
  while (classAt(text, at) === charClass.digit) at += 1
  return at
}
