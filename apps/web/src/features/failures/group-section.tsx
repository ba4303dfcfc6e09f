import { useId } from 'react'
import classes from './group-section.module.css'

interface GroupSectionProps {
  title: string
  /** Beside the title: what it holds. */
  note?: React.ReactNode
  /** At the end of the title's line. */
  action?: React.ReactNode
  children: React.ReactNode
}

/** A titled part of the page of a group. */
export function GroupSection({ title, note, action, children }: GroupSectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.heading}>
        <h3 id={id}>{title}</h3>
        {note === undefined ? null : <span>· {note}</span>}
        {action === undefined ? null : <span className={classes.action}>{action}</span>}
      </div>
      {children}
    </section>
  )
}
