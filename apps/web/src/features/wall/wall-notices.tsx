import type { Band } from './band.ts'
import classes from './wall-notices.module.css'

/** What is to be borne in mind with a picture that is true. */
export function WallNotices({
  bands,
  waitsForClick,
}: {
  bands: readonly Band[]
  waitsForClick: boolean
}) {
  return (
    <>
      {bands.map(({ kind, title, words }) => (
        <p key={kind} className={classes.notice} data-band={kind}>
          <b>{title}.</b> <span>{words}</span>
        </p>
      ))}
      {waitsForClick ? <p className={classes.notice}>Click once to allow sound.</p> : null}
    </>
  )
}
