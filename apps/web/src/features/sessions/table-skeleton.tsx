import classes from './sessions-table.module.css'

const rows = Array.from({ length: 14 }, (_, index) => index)

/** Stands where the table will be, the first time only. */
export function TableSkeleton({ label }: { label: string }) {
  return (
    <div className={classes.frame} role="status" aria-label={label}>
      <div className={`${classes.row} ${classes.head}`} />
      {rows.map((row) => (
        <div key={row} className={classes.row} style={{ '--tracks': '90px 160px 90px 1fr' }}>
          <div className={classes.skeleton} />
          <div className={classes.skeleton} />
          <div className={classes.skeleton} />
          <div className={classes.skeleton} style={{ width: `${40 + ((row * 37) % 50)}%` }} />
        </div>
      ))}
    </div>
  )
}
