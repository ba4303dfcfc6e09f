import type { Freshness, IndexedSessionsAnswer } from '@cdp-watch/contract'
import { countOf, formatCount } from '../../ui/format-count.ts'
import foot from '../../ui/list/list-foot.module.css'
import { AgeText } from '../../ui/time-text.tsx'
import type { Filling } from './shown-source.ts'
import { fillingWords } from './source-words.ts'
import classes from './table-foot.module.css'
import { TableFoot } from './table-foot.tsx'

interface IndexFootProps {
  answer: Pick<IndexedSessionsAnswer, 'asOf' | 'dataVersion'>
  count: number
  /** How many of them the scroll bar reaches. */
  reachable: number
  freshness: Freshness | undefined
  filling: Filling | undefined
  busy: boolean
  error: Error | null
  onRetry: () => void
}

/** What is to be known of rows of the index. */
export function IndexFoot(props: IndexFootProps) {
  const { answer, count, reachable, freshness, filling, busy, error } = props
  const index = freshness?.index
  // Nothing has changed since, so the answer is as young as the last asking of EM.
  const isCurrent = freshness?.dataVersion === answer.dataVersion
  const asOf = isCurrent ? (index?.asOf ?? answer.asOf) : answer.asOf
  return (
    <TableFoot
      words={countOf(count, 'session')}
      busy={busy ? 'Asking the index' : undefined}
      error={error}
      onRetry={props.onRetry}
      notes={
        <>
          {reachable < count ? (
            <span className={classes.warning}>
              ▲ the list ends at row {formatCount(reachable)}; filter or sort to reach the rest
            </span>
          ) : null}
          {index?.state === 'failing' ? (
            <span className={foot.failed}>✖ {failingWords(index.error)}</span>
          ) : null}
          {filling ? <span>{fillingWords(filling)} This range is there already.</span> : null}
          {index && index.reasonsWaiting > 0 ? (
            <span>
              The VMs’ reasons of {countOf(index.reasonsWaiting, 'session')} are still to come.
            </span>
          ) : null}
        </>
      }
    >
      {asOf === null ? (
        <span>index, first round with EM not done yet</span>
      ) : (
        <span>
          index, asked EM <AgeText at={asOf} />
        </span>
      )}
    </TableFoot>
  )
}

/** Why the index is not followed: the fault is its own, or Enterprise Manager's. */
function failingWords(error: Freshness['index']['error']): string {
  if (error?.code === 'index-failed' || error?.code === 'index-not-written') return error.message
  return `Enterprise Manager was last asked in vain: ${error?.message ?? 'it fails'}`
}
