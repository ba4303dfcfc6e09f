import { useHotkeys } from '@mantine/hooks'
import classes from './detail-bar.module.css'
import type { RecentWalk } from './recent-walk.ts'

interface WalkButtonsProps {
  walk: RecentWalk | undefined
  onSession: (uid: string) => void
}

/** To the policy's session after this one and before it, by a click or by ← and →. */
export function WalkButtons({ walk, onSession }: WalkButtonsProps) {
  const go = (uid: string | null | undefined) => {
    if (uid) onSession(uid)
  }
  const onKey = (uid: string | null | undefined) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || isScrolledByArrows(event.target)) return
    event.preventDefault()
    go(uid)
  }
  const byHand = { preventDefault: false }
  useHotkeys([
    ['ArrowLeft', onKey(walk?.newer), byHand],
    ['ArrowRight', onKey(walk?.older), byHand],
  ])
  return (
    <span className={classes.walk}>
      <button
        type="button"
        aria-disabled={!walk?.newer}
        aria-keyshortcuts="ArrowLeft"
        onClick={() => go(walk?.newer)}
      >
        ← Newer
      </button>
      <button
        type="button"
        aria-disabled={!walk?.older}
        aria-keyshortcuts="ArrowRight"
        onClick={() => go(walk?.older)}
      >
        Older →
      </button>
    </span>
  )
}

/** Where the arrow keys already mean something: a region that scrolls sideways, a menu, a slider. */
function isScrolledByArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=region], [role=menu]') !== null
}
