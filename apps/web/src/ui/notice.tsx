import classes from './notice.module.css'

export type NoticeTone = 'calm' | 'warning' | 'failed'

/** A state of a page said in words: what is so, and what to do. */
export function Notice({
  tone = 'calm',
  title,
  children,
  action,
}: {
  tone?: NoticeTone
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'calm' ? 'status' : 'alert'}>
      <h2>{title}</h2>
      {children ? <div className={classes.body}>{children}</div> : null}
      {action}
    </div>
  )
}
