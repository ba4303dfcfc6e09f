import classes from './page-frame.module.css'

interface PageFrameProps {
  title: string
  toolbar: React.ReactNode
  /** What is said of the rows above them. */
  band?: React.ReactNode
  rail: React.ReactNode
  rows: React.ReactNode
  /** What is open beside the rows. */
  detail?: React.ReactNode
}

/** The parts of a page of rows in their places. */
export function PageFrame({ title, toolbar, band, rail, rows, detail }: PageFrameProps) {
  const hasDetail = detail !== undefined && detail !== null
  return (
    <div className={classes.page} data-detail={hasDetail}>
      <main className={classes.main}>
        <h1 className={classes.hidden}>{title}</h1>
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
