import type { WallFreshness } from '../../api/wall-answers.ts'
import { formatSpan } from '../../ui/duration.ts'
import type { Band } from './band.ts'
import { momentAndAge } from './wall-moment.ts'

/** A logon takes no longer than this where all is well. */
const logonMs = 60_000
/** What is wrong with the index itself. */
const titles: ReadonlyMap<string, string> = new Map([
  ['index-failed', 'The dashboard cannot read its index'],
  ['index-not-written', 'The dashboard cannot write its index'],
])
const refusals: ReadonlySet<string> = new Set(['em-wrong-credentials', 'em-refused'])

/** What is to be told of where the picture comes from: Enterprise Manager, its collection, the index. `now` by the server's clock, milliseconds since 1970. */
export function sourceBands(freshness: WallFreshness, now: number): readonly Band[] {
  return [
    ...managerBands(freshness, now),
    ...indexBands(freshness, now),
    ...collectionBands(freshness, now),
  ]
}

function managerBands({ em, index }: WallFreshness, now: number): Band[] {
  const answered =
    em.lastAnswerUTC === null
      ? 'It has not answered yet.'
      : `It last answered at ${momentAndAge(Date.parse(em.lastAnswerUTC), now)}.`
  const isSlow = em.state !== 'ready' && now - Date.parse(em.since) > logonMs
  const error =
    em.state === 'failed' ? em.error : (index.state === 'failing' && index.error) || null
  // A failing index may be at fault itself; that has a band of its own.
  if (isOfIndex(error) || (error === null && em.state !== 'failed' && !isSlow)) return []
  const title = refusals.has(error?.code ?? '')
    ? 'Enterprise Manager refuses the dashboard'
    : 'Enterprise Manager does not answer'
  const words = error === null ? answered : `${answered} ${error.message}`
  return [{ kind: 'em', tone: 'alarm', title, words }]
}

function isOfIndex(error: { code: string } | null): boolean {
  return error !== null && titles.has(error.code)
}

function indexBands({ index, staleAfterSeconds }: WallFreshness, now: number): Band[] {
  const title = titles.get(index.error?.code ?? '')
  if (index.error && title)
    return [{ kind: 'index', tone: 'alarm', title, words: index.error.message }]
  if (index.state === 'filling') {
    const share = Math.floor((index.progress?.share ?? 0) * 100)
    return [
      {
        kind: 'filling',
        tone: 'alarm',
        title: `The index is being filled: ${share} %`,
        words: 'What is shown may not be all there is.',
      },
    ]
  }
  const limitMs = 1000 * staleAfterSeconds.index
  if (index.asOf === null || now - Date.parse(index.asOf) <= limitMs) return []
  return [
    {
      kind: 'old',
      tone: 'alarm',
      title: `This picture is ${formatSpan(now - Date.parse(index.asOf))} old`,
      words: `It is as Enterprise Manager was at ${momentAndAge(Date.parse(index.asOf), now)}.`,
    },
  ]
}

function collectionBands(
  { collection, em, staleAfterSeconds }: WallFreshness,
  now: number,
): Band[] {
  if (!collection?.lastFinishedUTC) {
    if (em.state !== 'ready') return []
    return [
      {
        kind: 'collection-unknown',
        tone: 'notice',
        title: 'How old this is, is not known',
        words: 'Enterprise Manager does not say when it last collected from its backup servers.',
      },
    ]
  }
  const finished = Date.parse(collection.lastFinishedUTC)
  const emNow = now + em.clockOffsetSeconds * 1000
  const limitMs = 1000 * staleAfterSeconds.collection
  if (emNow - finished <= limitMs) return []
  return [
    {
      kind: 'collection',
      tone: 'alarm',
      title: `The backup servers were last asked ${formatSpan(emNow - finished)} ago`,
      words: `Enterprise Manager collected from them at ${momentAndAge(finished, emNow)}, and not since.`,
    },
  ]
}
