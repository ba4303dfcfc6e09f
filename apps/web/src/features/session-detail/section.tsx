import classes from './section.module.css'

/** A titled part of a session; the note beside the title says what it holds. */
export function Section({
  title,
  note,
  children,
}: {
  title: string
  note?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section className={classes.section}>
      <div className={classes.heading}>
        <h3>{title}</h3>
        {note ? <span> · {note}</span> : null}
      </div>
      {children}
    </section>
  )
}
