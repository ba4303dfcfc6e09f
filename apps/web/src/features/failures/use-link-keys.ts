import { useHotkeys } from '@mantine/hooks'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

interface LinkKeysOptions {
  page: RefObject<HTMLElement | null>
  /** The session that is open beside the page. */
  session: string | undefined
  onClose: () => void
}

/** Marks the links that the keys walk through. */
export const lineMark = { 'data-line': '' } as const

/** j and k walk through the lines of a page's lists, and with a session open from one to the next; Escape closes it. */
export function useLinkKeys({ page, session, onClose }: LinkKeysOptions): void {
  const last = useRef<HTMLElement | null>(null)
  const isOpen = session !== undefined
  const step = (by: number) => {
    const lines = [...(page.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])]
    const at = last.current === null ? -1 : lines.indexOf(last.current)
    const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]
    next?.focus()
    if (isOpen) next?.click()
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['Escape', () => isOpen && onClose()],
  ])
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches('a[data-line]')) last.current = target
    }
    const element = page.current
    element?.addEventListener('focusin', remember)
    return () => element?.removeEventListener('focusin', remember)
  }, [page])
  // What was open is closed: back to where it was opened from.
  const returnFocus = useEffectEvent(() => last.current?.focus({ preventScroll: true }))
  useEffect(() => {
    if (!isOpen) returnFocus()
  }, [isOpen])
}
