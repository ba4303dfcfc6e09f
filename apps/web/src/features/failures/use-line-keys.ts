import { useHotkeys } from '@mantine/hooks'
import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'

interface LineKeysOptions {
  scroller: RefObject<HTMLElement | null>
  virtual: Virtualizer<HTMLDivElement, Element>
  count: number
  /** The row that has the focus, or had it last; -1: none. */
  active: number
  onActivate: (row: number) => void
  /** Whether that row is there yet. */
  isActiveThere: boolean
}

/** j and k, and the arrows, walk through the rows: the link of one has the focus, and Enter follows it. */
export function useLineKeys(options: LineKeysOptions) {
  const { scroller, virtual, count, active, onActivate, isActiveThere } = options
  const first = virtual.range?.startIndex ?? 0
  useEffect(() => {
    if (active < 0 || !isActiveThere) return
    virtual.scrollToIndex(active, { align: 'auto' })
    // A row that was out of sight is in the document after the next frame.
    const frame = requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`tr[aria-rowindex="${active + 2}"] a`)
      if (row instanceof HTMLElement) row.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [active, isActiveThere, virtual, scroller])

  const step = (by: number) => {
    const next = active < 0 ? first : Math.min(count - 1, Math.max(0, active + by))
    if (next >= 0 && next < count) onActivate(next)
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ])
  return {
    /** The arrows do as j and k, once a row has the focus. */
    onKeyDown: (event: React.KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || active < 0 || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      step(by)
    },
    /** The row that Tab leads to. */
    tabStop: active >= 0 ? active : first,
  }
}
