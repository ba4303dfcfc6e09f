/** What a character is to the scanner, by its UTF-16 code unit. `none`: there is no character at this place. */
export const charClass = {
  none: 0,
  /** Formats and controls that nobody sees, such as marks of direction. */
  ignored: 1,
  space: 2,
  latin: 3,
  digit: 4,
  /** Of a script without spaces between words, and halves of surrogate pairs. */
  ideograph: 5,
  /** Of a script that glues particles to the names and numbers around: Hebrew, Arabic, Hangul. */
  gluing: 6,
  /** Any other letter: Cyrillic, Greek … */
  letter: 7,
  /** An accent that belongs to the character before it. */
  mark: 8,
  underscore: 9,
  hyphen: 10,
  punctuation: 11,
  symbol: 12,
} as const

const classes: readonly (readonly [RegExp, number])[] = [
  [/_/u, charClass.underscore],
  [/[-\u2010\u2011]/u, charClass.hyphen],
  [/\s/u, charClass.space],
  [/[\ud800-\udfff]/u, charClass.ideograph],
  [/\p{C}/u, charClass.ignored],
  [
    /(?=[\p{L}\p{M}\p{Nl}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u,
    charClass.ideograph,
  ],
  [/\p{M}/u, charClass.mark],
  [/\p{Nd}/u, charClass.digit],
  [/(?=\p{L})\p{Script=Latin}/u, charClass.latin],
  [
    /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Hangul}]/u,
    charClass.gluing,
  ],
  [/\p{L}/u, charClass.letter],
  [/\p{P}/u, charClass.punctuation],
]

/** One byte for each code unit, filled as they are met. */
const known = new Uint8Array(0x10000)

/** The class of the code unit at this place of the text. */
export function classAt(text: string, at: number): number {
  // Beyond the ends there is no code unit, and to look one up that is none takes ten times as long.
  if (at < 0 || at >= text.length) return charClass.none
  const code = text.charCodeAt(at)
  return known[code] || classify(code)
}

function classify(code: number): number {
  const character = String.fromCharCode(code)
  const found = classes.find(([pattern]) => pattern.test(character))?.[1] ?? charClass.symbol
  known[code] = found
  return found
}
