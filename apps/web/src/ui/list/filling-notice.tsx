import { useQuery } from '@tanstack/react-query'
import { freshnessQuery } from '../../api/freshness.ts'
import { formatCount } from '../format-count.ts'
import classes from './filling-notice.module.css'

/** The index still takes in the past: how far it has come, and `until`, what that means for what is shown. */
export function FillingNotice({ until }: { until: string }) {
  const { data } = useQuery({ ...freshnessQuery, select: ({ index }) => index })
  if (data?.state !== 'filling') return null
  const share = Math.floor((data.progress?.share ?? 0) * 100)
  return (
    <p className={classes.filling} role="status">
      <b>The index is still being filled: {share} %.</b> {formatCount(data.sessions)} sessions so
      far, newest first. {until}
    </p>
  )
}
