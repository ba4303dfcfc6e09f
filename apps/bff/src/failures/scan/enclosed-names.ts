import { charClass, classAt } from './character-class.ts'
import type { Context } from './context.ts'
import { isCodeName } from './dotted-chain.ts'

/** Quotes by what opens them, with all that can close them. `[name]` is how vSphere writes a datastore. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', "`'"],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['「', '」'],
  ['『', '』'],
  ['[', ']'],
])
/** These open and close alike, so they open only where no word stands before them. */
const alike = '"\'`'

/** What opens another quotation. `‹` may be a placeholder's. */
const barring: ReadonlySet<string> = new Set('“„«‘‚「『['.split(''))

/** Longer quotations are sentences. */
const longest = 120
const mostWords = 6

/**
 * Where what a quote or a bracket at this place encloses ends; the closing one stands there. -1 for
 * none. A quote within a quote is none, which also keeps the search short in a text full of them.
 */
export function enclosedEnd(text: string, at: number): number {
  const open = text.charAt(at)
  const close = closers.get(open)
  if (close === undefined || (alike.includes(open) && isLetterAt(text, at - 1))) return -1
  const limit = Math.min(text.length, at + 2 + longest)
  for (let end = at + 1; end < limit; end += 1) {
    const character = text.charAt(end)
    if (character === '\n') return -1
    if (isApostrophe(text, end)) continue
    if (close.includes(character)) return end === at + 1 ? -1 : end
    if (character === open || barring.has(character)) return -1
  }
  return -1
}

function isApostrophe(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character !== "'" && character !== '’') return false
  return isLetterAt(text, at - 1) && isLetterAt(text, at + 1)
}

function isLetterAt(text: string, at: number): boolean {
  const found = classAt(text, at)
  return found >= charClass.latin && found <= charClass.mark && found !== charClass.ideograph
}

/** What is named after these is the cause and the same everywhere: functions, VSS writers, services. */
const keeping: ReadonlySet<string> = new Set(
  `func function method procedure call api writer provider service exception fault component module
  funktion methode dienst tjeneste funksjon tjenesten`.split(/\s+/),
)
/** After these a quotation is what somebody said. */
const quoting: ReadonlySet<string> = new Set(
  `error message reason said says returned reported status fehler meldung fehlermeldung grunn feil melding
  stderr stdout output`.split(/\s+/),
)
const sentenceEnd = /[.!?。！？…]/
const codeName = /^\p{Lu}\p{Ll}+(?:\.\p{Lu}\p{L}+)+$/u
const errorCode = /(?<![a-z])(?:0x[89a-f][0-9a-f]{7}|code|error)(?![a-z])/i

/**
 * Whether what a quote or bracket encloses is a name that varies. It is none where it is a sentence, a
 * name of code (`Vss.FinishSnapshot`), holds an error code, or names what the words before it say.
 */
export function isVaryingName(content: string, context: Context): boolean {
  const last = context.last === 'name' ? context.before : context.last
  if (keeping.has(last) || quoting.has(last)) return false
  const name = content.trim()
  if (name === '' || sentenceEnd.test(name.slice(-1)) || hasManyWords(name)) return false
  return !isNameOfCode(name) && !errorCode.test(name)
}

function isNameOfCode(name: string): boolean {
  const point = name.indexOf('.')
  return point > 0 && (isCodeName(name.slice(0, point)) || codeName.test(name))
}

function hasManyWords(name: string): boolean {
  return name.length > 2 * mostWords && name.split(/\s+/).length > mostWords
}
