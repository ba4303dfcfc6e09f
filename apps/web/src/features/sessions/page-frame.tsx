import classes from './sessions-page.module.css'

interface PageFrameProps {
  toolbar: React.ReactNode
  /** What is said of the rows above them. */
  band?: React.ReactNode
  rail: React.ReactNode
  rows: React.ReactNode
  /** The open session's panel. */
  detail: React.ReactNode
}

/** The parts of the page in their places. */
export function PageFrame({ toolbar, band, rail, rows, detail }: PageFrameProps) {
  const hasDetail = detail !== undefined && detail !== null
  return (
    <div className={classes.page} data-detail={hasDetail}>
      <main className={classes.main}>
        <h1 className={classes.hidden}>Sessions</h1>
        <div className={classes.top}>
          {toolbar}
          {band}
        </div>
        <div className={classes.rail}>{rail}</div>
        <div className={classes.rows}>{rows}</div>
      </main>
      {hasDetail ? <div className={classes.detail}>{detail}</div> : null}
    </div>
  )
}
