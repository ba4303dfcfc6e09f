import { charClass, classAt } from './character-class.ts'
import type { Context } from './context.ts'
import { isWordAt, isWordEdge, wordEnd } from './word-run.ts'

/** Endings of words after which a number is an error code, whatever follows it: `Statuscode`, `エラーコード`. */
const codeWords =
  'code kode errno hresult ntstatus vsscontrol codigo código код קוד رمز كود コード 코드 代码'.split(
    ' ',
  )
/** Endings of words after which a number may as well count something: `Error: 2 of 14 VMs`. */
const errorWords =
  'error status http sense fault fehler feil erreur fel fejl errore ошибка ошибки שגיאה خطأ الخطأ エラー 오류 错误'.split(
    ' ',
  )
const pairs: ReadonlySet<string> = new Set(['sense data', 'event id'])
/** A script's own way to end says nothing about Windows, vSphere or Veeam. */
const exitWords = ['exit', 'exitcode', 'exit-code', 'return', 'avslutningskode', '終了コード']

/** What any of them ends in: most words are none of them, which one look tells. */
const lastLetters: ReadonlySet<string> = new Set(
  [...codeWords, ...errorWords, ...exitWords, ...pairs].map((word) => word.slice(-1)),
)

function endsAny(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending))
}

function isExit(context: Context): boolean {
  return exitWords.includes(context.before) || endsAny(context.last, exitWords)
}

/** What goes on after a code, and never names what a number counts. */
const goingOn: ReadonlySet<string> = new Set(
  'on at in from for while during by with when occurred was has auf bei von på ved'.split(' '),
)

/** `Error: 2 of 14 VMs`, `Error: 3 disks`. */
function isFollowedByCount(text: string, end: number): boolean {
  const start = end + 1
  if (classAt(text, end) !== charClass.space || !isWordAt(text, start)) return false
  const first = text.charAt(start)
  if (first !== first.toLowerCase() || classAt(text, start) === charClass.digit) return false
  return !goingOn.has(text.slice(start, wordEnd(text, start)))
}

/**
 * Whether the whole number or identifier up to `end` is a code that tells the cause, by the words before
 * it. `error 1722`, `error code: 10054`, `an error: (401) Unauthorized` are codes; `Error: 2 of 14 VMs`
 * counts, and `exit code 3` is a script's own.
 */
export function isCodeByContext(text: string, end: number, context: Context): boolean {
  if (!lastLetters.has(context.last.slice(-1)) || isExit(context)) return false
  if (endsAny(context.last, codeWords) || pairs.has(`${context.before} ${context.last}`))
    return true
  if (!endsAny(context.last, errorWords)) return false
  return !context.isAssigned || !isFollowedByCount(text, end)
}

const hex = /0x[0-9a-f]{1,16}/iy
const severeHex = /^0x(?:ffffffff)?[89a-f][0-9a-f]{7}$/i
const severeDecimal = /-(?:214\d|107\d|322\d)\d{6}(?!\d)/y

/** Where the hex number that begins at this place ends, or 0; `isCode` where it is an HRESULT or NTSTATUS by itself. */
export function hexNumberAt(
  text: string,
  at: number,
): { end: number; isCode: boolean } | undefined {
  if (text.charAt(at + 1) !== 'x') return undefined
  hex.lastIndex = at
  const found = hex.exec(text)?.[0]
  if (found === undefined || !isWordEdge(text, at + found.length)) return undefined
  return { end: at + found.length, isCode: severeHex.test(found) }
}

const negative = /-\d{1,10}(?![\d.,])/y

/**
 * Where the negative number at this place ends if it is a code, or 0: an HRESULT or NTSTATUS in decimal
 * (`-2147212302`) wherever it stands, any other after a word that announces a code.
 */
export function negativeCodeEnd(text: string, at: number, context: Context): number {
  if (text.charAt(at) !== '-' || isWordAt(text, at - 1)) return 0
  severeDecimal.lastIndex = at
  negative.lastIndex = at
  if (severeDecimal.test(text)) return severeDecimal.lastIndex
  if (!negative.test(text)) return 0
  const end = negative.lastIndex
  return isWordEdge(text, end) && isCodeByContext(text, end, context) ? end : 0
}
