import { useHotkeys } from '@mantine/hooks'
import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useStable } from '../../ui/use-stable.ts'
import { type GridPlace, moveInGrid } from './grid-move.ts'
import { nameColumn } from './policies-columns.ts'

interface GridKeysOptions {
  scroller: RefObject<HTMLElement | null>
  virtual: Virtualizer<HTMLDivElement, Element>
  rows: number
  columns: number
  /** The place that has the focus, or had it last. */
  active: GridPlace | undefined
  onActivate: (place: GridPlace) => void
  /** Whether something is open beside the grid. */
  isBesideOpen: boolean
  /** Whether the row of the active place is there yet. */
  isActiveThere: boolean
  /** `j` or `k` has come to a row. */
  onStep: (row: number) => void
}

/** The keyboard in a grid whose rows are drawn only where they are in sight: one place has the focus, and is walked. */
export function useGridKeys(options: GridKeysOptions) {
  const { scroller, virtual, rows, columns, active, onActivate, isBesideOpen, isActiveThere } =
    options
  const inSight = virtual.range ?? { startIndex: 0, endIndex: 0 }

  useEffect(() => {
    if (!active) return
    virtual.scrollToIndex(active.row, { align: 'auto' })
    // A row that was out of sight is in the document after the next frame.
    const frame = requestAnimationFrame(() => {
      placeOf(scroller.current, active)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [active, virtual, scroller])

  // What was open beside the rows is closed: back to where it was opened from. And what stood for a row
  // that was still asked for is gone with the focus, once the row is there.
  const returnFocus = useEffectEvent(() => {
    if (active) placeOf(scroller.current, active)?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (!isBesideOpen) returnFocus()
  }, [isBesideOpen])
  useEffect(() => {
    if (isActiveThere && document.activeElement === document.body) returnFocus()
  }, [isActiveThere])

  const step = (by: number) => {
    const row = active ? active.row + by : inSight.startIndex
    if (row < 0 || row >= rows) return
    onActivate({ row, column: active?.column ?? nameColumn })
    options.onStep(row)
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ])

  return {
    onKeyDown: (event: React.KeyboardEvent) => {
      const from = active ?? { row: inSight.startIndex, column: nameColumn }
      const next = moveInGrid(from, event, {
        rows,
        columns,
        page: Math.max(1, inSight.endIndex - inSight.startIndex),
        isShown: (column) => placeOf(scroller.current, { ...from, column })?.offsetParent !== null,
      })
      if (!next || event.altKey || event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      onActivate(next)
    },
    onFocusPlace: useStable((place: GridPlace) => {
      if (active?.row !== place.row || active.column !== place.column) onActivate(place)
    }),
    /** The column of a row that Tab leads to; undefined in all rows but one. */
    tabColumn: (row: number): number | undefined => {
      const place = active ?? { row: inSight.startIndex, column: nameColumn }
      return place.row === row ? place.column : undefined
    },
  }
}

/** What has the focus at a place of the grid: the link of its cell, else the cell. */
function placeOf(scroller: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  const cell = scroller?.querySelector<HTMLElement>(
    `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`,
  )
  return cell?.querySelector<HTMLElement>('a') ?? cell ?? null
}
