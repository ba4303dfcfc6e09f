import classes from './news-pill.module.css'

interface NewsPillProps {
  /** What has come since, `3 new, 1 changed`; undefined where showing it would change nothing. */
  words: string | undefined
  onShow: () => void
}

/** Tells what has come since a list was first shown; nothing moves until it is pressed. */
export function NewsPill({ words, onShow }: NewsPillProps) {
  return (
    <div className={classes.place} aria-live="polite">
      {words === undefined ? null : (
        <button type="button" className={classes.pill} onClick={onShow}>
          {words}: <b>show</b>
        </button>
      )}
    </div>
  )
}
