import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was before this was shown, once it is gone: a keyboard goes on from
 * there. For what is shown in a dialog that comes and goes whole, which gives nothing back by itself.
 */
export function useReturnFocus(): void {
  // Kept while rendering: in an effect it would be too late, the content has taken the focus by then.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
    [before],
  )
}
