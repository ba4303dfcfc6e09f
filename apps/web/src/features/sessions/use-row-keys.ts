import { useHotkeys } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'
import type { SessionRow } from './session-row.ts'

interface RowKeys {
  /** Place of the row the keyboard is at; -1 before it was used. */
  active: number
  setActive: (index: number) => void
}

interface Options {
  count: number
  rowAt: (index: number) => SessionRow | undefined
  /** UID of the open session. */
  selected: string | undefined
  onSelect: (uid: string | undefined) => void
  /** Tells one list from the next: in another one the keyboard begins anew. */
  list: string
}

/** j and k walk through the rows, and with a session open from one to the next; Escape closes it. */
export function useRowKeys({ count, rowAt, selected, onSelect, list }: Options): RowKeys {
  const [place, setPlace] = useState({ list, active: -1 })
  const active = place.list === list ? place.active : -1
  const setActive = useCallback((index: number) => setPlace({ list, active: index }), [list])
  /** A row to open as soon as it is there. */
  const [wanted, setWanted] = useState(-1)
  const wantedUid = wanted === active ? rowAt(wanted)?.uid : undefined
  useEffect(() => {
    if (wantedUid === undefined) return
    setWanted(-1)
    onSelect(wantedUid)
  }, [wantedUid, onSelect])
  const step = (by: number) => {
    const next = Math.min(count - 1, Math.max(0, active + by))
    if (next < 0) return
    setActive(next)
    if (selected !== undefined) setWanted(next)
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['Escape', () => selected !== undefined && onSelect(undefined)],
  ])
  return { active, setActive }
}
