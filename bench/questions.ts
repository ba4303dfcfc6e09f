import type { Random } from './random.ts'

/** What questions are made of: something of a session that the index has. */
export interface SampleRow {
  policyUid: string | null
  policyName: string
  backupServerUid: string | null
  result: string
  health: string
  failureText: string | null
  creationTimeUTC: string
}

/** Which sessions a question means. Values of one list are alternatives; an empty one does not narrow. */
export interface Narrowing {
  /** ISO 8601 UTC, included. */
  from: string
  /** Excluded; undefined: to this moment. */
  to: string | undefined
  result: readonly string[]
  policyUid: readonly string[]
  health: readonly string[]
  backupServerUid: readonly string[]
  q: string
}

/** A question of `GET /api/sessions`. */
export interface Question {
  /** Its parameters, as they stand behind the `?`. */
  search: string
  narrowing: Narrowing
  days: number
  /** Narrowed by result, policy, text and time at once. */
  hasAllFour: boolean
}

type Filter = 'result' | 'policy' | 'text' | 'health' | 'server'

/** Filters beside the time, which all questions have. */
const shapes: readonly (readonly Filter[])[] = [
  ['result', 'policy', 'text'],
  ['result', 'text'],
  ['result', 'policy', 'text'],
  ['result'],
  ['result', 'policy', 'text'],
  ['policy'],
  ['health', 'text'],
  ['text'],
  ['result', 'server'],
  ['result', 'policy'],
]
const sorts = [
  '-creationTimeUTC',
  'health,-creationTimeUTC',
  '-vmsFailed',
  'policyName,-creationTimeUTC',
  'failureText',
  '-duration',
  'backupServerName,-vmsFailed',
  'creationTimeUTC',
] as const

const bars = 120
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Ranges up to now begin at different times within so many hours, so that questions differ. */
const hoursSpread = 12

interface Options {
  count: number
  /** ms since 1970. */
  now: number
  /** Lengths of the time ranges, in days; the last is the whole history. */
  days: readonly number[]
  random: Random
}

/**
 * Distinct questions: each is made from a session that it finds, so that none is easy for finding
 * nothing. Shapes, sorts and histograms take turns. Throws where the rows are too few for so many.
 */
export function composeQuestions(
  rows: readonly SampleRow[],
  { count, now, days, random }: Options,
): Question[] {
  const questions = new Map<string, Question>()
  const ofDays = days.map((length) => {
    const recent = rows.filter((row) => now - Date.parse(row.creationTimeUTC) < length * dayMs)
    return { length, recent, isWhole: length === days.at(-1) }
  })
  const mostTurns = 10 * count
  for (let turn = 0; questions.size < count && turn < mostTurns; turn += 1) {
    const shape = shapes[turn % shapes.length] ?? []
    const { length, recent, isWhole } = random.pick(ofDays)
    const isRecent = isWhole || turn % 4 < 2
    const row = random.pick(isRecent ? recent : rows)
    const range = isRecent ? untilNow(now, length, random) : around(row, length, random)
    const narrowing = { ...narrow(row, shape, rows, random), ...range }
    const search = printQuestion(narrowing, turn)
    questions.set(search, { search, narrowing, days: length, hasAllFour: shape.length === 3 })
  }
  if (questions.size === count) return [...questions.values()]
  throw new Error(`${rows.length} rows are too few for ${count} questions`)
}

type Unranged = Omit<Narrowing, 'from' | 'to'>

function narrow(
  row: SampleRow,
  shape: readonly Filter[],
  rows: readonly SampleRow[],
  random: Random,
): Unranged {
  const others = Array.from({ length: random.below(4) }, () => random.pick(rows))
  const list = (filter: Filter, values: readonly (string | null)[]) =>
    shape.includes(filter) ? [...new Set(values.filter((value) => value !== null))] : []
  return {
    result: list('result', [row.result, ...others.slice(0, 1).map(({ result }) => result)]),
    policyUid: list('policy', [row.policyUid, ...others.map(({ policyUid }) => policyUid)]),
    health: list('health', [row.health]),
    backupServerUid: list('server', [row.backupServerUid]),
    q: shape.includes('text') ? wordOf(row, random) : '',
  }
}

/** A word of its failure or its policy's name; now and then only the beginning, as while it is typed. */
function wordOf({ failureText, policyName }: SampleRow, random: Random): string {
  const text = failureText !== null && random.below(4) > 0 ? failureText : policyName
  const words = text.match(/[\p{L}\d][\p{L}\d.-]{2,30}/gu) ?? [policyName.slice(0, 100)]
  const word = random.pick(words)
  return random.below(12) === 0 ? word.slice(0, 2) : word
}

function untilNow(now: number, days: number, random: Random): Pick<Narrowing, 'from' | 'to'> {
  const from = now - days * dayMs - random.below(hoursSpread * hourMs)
  return { from: printTime(from), to: undefined }
}

function around(row: SampleRow, days: number, random: Random): Pick<Narrowing, 'from' | 'to'> {
  const created = Date.parse(row.creationTimeUTC)
  const to = Math.ceil(created / hourMs + 1 + random.below(days * 23)) * hourMs
  return { from: printTime(to - days * dayMs), to: printTime(to) }
}

function printTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

function printQuestion({ from, to, q, ...lists }: Narrowing, turn: number): string {
  const parameters = new URLSearchParams({ from, ...(to && { to }), ...(q && { q }) })
  for (const [name, values] of Object.entries(lists)) {
    for (const value of values) parameters.append(name, value)
  }
  parameters.set('sort', sorts[turn % sorts.length] ?? '')
  if (turn % 2 === 0) parameters.set('bars', String(bars))
  return parameters.toString()
}
