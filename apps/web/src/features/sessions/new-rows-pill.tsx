import classes from './new-rows-pill.module.css'
import { newRowsWords } from './new-rows-words.ts'

interface NewRowsPillProps {
  added: number
  changed: number
  isMoved: boolean
  onShow: () => void
}

/** Counts what has come since the list was first shown; nothing moves until it is pressed. */
export function NewRowsPill({ added, changed, isMoved, onShow }: NewRowsPillProps) {
  const words = newRowsWords({ added, changed, isMoved })
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
