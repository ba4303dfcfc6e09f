import type { Histogram as Counts } from '@cdp-watch/contract'
import { memo, useId, useMemo, useRef, useState } from 'react'
import { serverNow } from '../../ui/now.ts'
import { useZone } from '../../ui/time-zone.ts'
import { type BarSelection, selectedBars, selectionByKey } from './bar-selection.ts'
import { wordsForBars } from './bar-words.ts'
import classes from './histogram.module.css'
import { HistogramAxis } from './histogram-axis.tsx'
import { barCount, barPaths, barStart, barsHeight, stackedHealths } from './histogram-bars.ts'

interface HistogramProps {
  counts: Counts
  /** Ends of what is to be shown, in milliseconds; the first included. */
  onZoom: (from: number, to: number) => void
}

/** Sessions by start, stacked by health. Dragging over bars, or the keyboard, shows only those. */
export function Histogram({ counts, onZoom }: HistogramProps) {
  const [selection, setSelection] = useState<BarSelection>()
  const [dragging, setDragging] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const [zone] = useZone()
  const words = (chosen: BarSelection) =>
    wordsForBars(counts, selectedBars(chosen), zone, serverNow())
  const count = barCount(counts)
  const bars = selection && selectedBars(selection)

  const barUnder = (event: React.PointerEvent): number => {
    const box = area.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    const at = Math.floor(((event.clientX - box.left) / box.width) * count)
    return Math.min(count - 1, Math.max(0, at))
  }
  const zoom = (chosen: BarSelection) => {
    const { first, last } = selectedBars(chosen)
    setSelection(undefined)
    onZoom(barStart(counts, first), barStart(counts, last + 1))
  }
  return (
    <div className={classes.chart}>
      <div
        ref={area}
        className={classes.area}
        role="slider"
        tabIndex={0}
        aria-label="Sessions by start"
        aria-describedby={helpId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, count - 1)}
        aria-valuenow={selection?.head ?? count - 1}
        aria-valuetext={words(selection ?? { anchor: 0, head: count - 1 })}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragging(true)
          const at = barUnder(event)
          setSelection({ anchor: at, head: at })
        }}
        onPointerMove={(event) => {
          const head = barUnder(event)
          setSelection((before) => ({ anchor: dragging && before ? before.anchor : head, head }))
        }}
        onPointerUp={() => {
          setDragging(false)
          if (dragging && selection) zoom(selection)
        }}
        onPointerCancel={() => setDragging(false)}
        onPointerLeave={() => {
          if (!dragging) setSelection(undefined)
        }}
        onBlur={() => setSelection(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && selection) {
            event.preventDefault()
            zoom(selection)
          } else if (event.key === 'Escape' && selection) {
            event.stopPropagation()
            setSelection(undefined)
          } else {
            const next = selectionByKey(selection, event.key, event.shiftKey, count)
            if (!next) return
            event.preventDefault()
            setSelection(next)
          }
        }}
      >
        <Bars counts={counts} />
        {bars ? (
          <div
            className={classes.selection}
            style={{
              left: `${(bars.first / count) * 100}%`,
              width: `${((bars.last + 1 - bars.first) / count) * 100}%`,
            }}
          />
        ) : null}
        {bars && selection ? (
          <div
            className={classes.tip}
            style={{ left: `clamp(0px, ${(selection.head / count) * 100}% - 120px, 100% - 240px)` }}
          >
            {words(selection)}
          </div>
        ) : null}
      </div>
      <HistogramAxis counts={counts} />
      <p id={helpId} className={classes.hidden}>
        Arrow keys move over the bars, with Shift they select several; Enter shows only the sessions
        that started then.
      </p>
    </div>
  )
}

const Bars = memo(({ counts }: { counts: Counts }) => {
  const paths = useMemo(() => barPaths(counts), [counts])
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${Math.max(1, barCount(counts))} ${barsHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {stackedHealths.map((health) => (
        <path key={health} d={paths[health]} className={classes[health]} />
      ))}
    </svg>
  )
})
