import { useEffect } from 'react'
import classes from './wall-controls.module.css'
import type { WallEngine } from './wall-engine.ts'
import type { WallView } from './wall-view.ts'

/** Pause, previous and next: shown for some seconds when somebody touches the screen's keys or pointer. */
export function WallControls({
  engine,
  view,
}: {
  engine: WallEngine
  view: Pick<WallView, 'hasControls' | 'isPaused' | 'pages'>
}) {
  useEffect(() => listenForPeople(engine), [engine])
  const { hasControls, isPaused } = view
  return (
    <div className={classes.controls} role="toolbar" aria-label="Pages" data-shown={hasControls}>
      <button type="button" onClick={() => engine.go(-1)}>
        Previous
      </button>
      <button type="button" aria-pressed={isPaused} onClick={engine.togglePause}>
        {isPaused ? 'Paused' : 'Pause'}
      </button>
      <button type="button" onClick={() => engine.go(1)}>
        Next
      </button>
    </div>
  )
}

function listenForPeople(engine: WallEngine): () => void {
  const onKey = (event: KeyboardEvent) => {
    engine.wake()
    engine.allowSound()
    if (event.target instanceof HTMLButtonElement && event.key === ' ') return
    if (event.key === ' ') engine.togglePause()
    if (event.key === 'ArrowRight') engine.go(1)
    if (event.key === 'ArrowLeft') engine.go(-1)
  }
  const onPress = () => {
    engine.wake()
    engine.allowSound()
  }
  const over = new AbortController()
  const { signal } = over
  document.addEventListener('keydown', onKey, { signal })
  document.addEventListener('pointerdown', onPress, { signal })
  document.addEventListener('pointermove', engine.wake, { signal })
  return () => over.abort()
}
