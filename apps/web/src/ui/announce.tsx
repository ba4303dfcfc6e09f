import classes from './announce.module.css'

/** Said politely by a screen reader whenever it changes; not seen. */
export function Announce({ children }: { children: string }) {
  return (
    <div className={classes.hidden} role="status" aria-live="polite">
      {children}
    </div>
  )
}
