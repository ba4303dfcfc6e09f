import type { ReactNode } from 'react'
import classes from './wall-frame.module.css'
import type { WallOptions } from './wall-options.ts'
import type { WallView } from './wall-view.ts'

interface WallFrameProps {
  view: Pick<WallView, 'room' | 'shift' | 'hasControls'>
  options: Pick<WallOptions, 'rotate' | 'scale'>
  isStale: boolean
  children: ReactNode
}

/** The whole screen, turned and scaled as its address says. Lengths inside are in `--u`, of which a wide screen is 100 high. */
export function WallFrame({ view, options, isStale, children }: WallFrameProps) {
  const [x, y] = view.shift
  return (
    <main
      className={classes.frame}
      data-shape={view.room.shape}
      data-side={options.rotate % 180 !== 0}
      data-stale={isStale}
      data-touched={view.hasControls}
      style={{
        '--turn': `${options.rotate}deg`,
        '--scale': options.scale,
        '--shift': `${x}px, ${y}px`,
      }}
    >
      {children}
    </main>
  )
}
