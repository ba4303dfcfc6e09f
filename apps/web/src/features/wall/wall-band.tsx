import type { Band } from './band.ts'
import classes from './wall-band.module.css'
import { momentAndAge } from './wall-moment.ts'
import type { WallView } from './wall-view.ts'

/** What keeps the picture from being trusted, across it: the gravest in full, others by their titles. */
export function WallBand({
  bands,
  view,
}: {
  bands: readonly Band[]
  view: Pick<WallView, 'overview' | 'freshness' | 'now'>
}) {
  const [first, ...others] = bands
  if (first === undefined) return null
  const isAgeTold = bands.some(({ kind }) => kind === 'old')
  const asOf = isAgeTold ? null : pictureTime(view)
  return (
    <section
      className={classes.band}
      data-band={first.kind}
      data-alone={view.overview === null}
      aria-label="How far this can be trusted"
    >
      <h2>{first.title}</h2>
      <p>{first.words}</p>
      {others.map(({ kind, title }) => (
        <p key={kind} data-band={kind} className={classes.other}>
          {title}
        </p>
      ))}
      {asOf === null ? null : (
        <p className={classes.other}>Picture of {momentAndAge(asOf, view.now)}</p>
      )}
    </section>
  )
}

/** When the picture was last known to be true, milliseconds since 1970. */
function pictureTime({ overview, freshness }: Pick<WallView, 'overview' | 'freshness'>) {
  if (overview === null) return null
  const isOfIt = freshness?.dataVersion === overview.dataVersion
  const asOf = isOfIt ? freshness.index.asOf : overview.asOf
  return asOf === null ? null : Date.parse(asOf)
}
