import classes from './with-detail.module.css'

interface WithDetailProps {
  title: string
  /** What is open beside the page. */
  detail: React.ReactNode
  children: React.ReactNode
}

/** A page, and beside it what is open of it; where there is no room for both, that covers the page. */
export function WithDetail({ title, detail, children }: WithDetailProps) {
  return (
    <div className={classes.page} data-detail={detail !== null}>
      <main className={classes.main}>
        <h1 className={classes.hidden}>{title}</h1>
        {children}
      </main>
      {detail === null ? null : <div className={classes.detail}>{detail}</div>}
    </div>
  )
}
