/** How much of a wall fits on a screen at a time. */
export interface WallRoom {
  readonly shape: 'wide' | 'tall'
  readonly columns: number
  readonly rows: number
  readonly reasons: number
  /** Lines of text that a tile has room for. */
  readonly tileLines: 2 | 3 | 4
  readonly dots: number
}

/** Which page is shown since when (milliseconds), and whether a person has stopped the turning. */
export interface Turning {
  readonly page: number
  readonly turnedAt: number
  readonly isPaused: boolean
}

const pageMs = 20_000

/** The room of a screen of so many pixels, turned by so many degrees, with all sizes times `scale`; `notices` are lines that take the place of a reason each, and of lines or rows of tiles. */
export function roomOf(
  screen: { readonly width: number; readonly height: number },
  { rotate, scale }: { readonly rotate: number; readonly scale: number },
  notices: number,
): WallRoom {
  const isOnItsSide = rotate % 180 !== 0
  const [width, height] = isOnItsSide
    ? [screen.height, screen.width]
    : [screen.width, screen.height]
  const fitting = (usual: number) => Math.max(1, Math.floor(usual / scale))
  if (width >= height)
    return {
      shape: 'wide',
      columns: fitting(2),
      rows: fitting(2),
      reasons: Math.max(1, fitting(3) - notices),
      tileLines: notices === 0 ? 4 : notices < 3 ? 3 : 2,
      dots: fitting(width / height > 1.5 ? 60 : 40),
    }
  return {
    shape: 'tall',
    columns: 1,
    rows: Math.max(1, fitting(4) - notices),
    reasons: Math.max(1, fitting(2) - notices),
    tileLines: 2,
    dots: fitting(36),
  }
}

/** Pages for so many tiles and reasons: both turn together, the fewer ones again and again. At least one. */
export function pageCount(
  room: WallRoom,
  { tiles, reasons }: { readonly tiles: number; readonly reasons: number },
): number {
  return Math.max(
    1,
    Math.ceil(tiles / (room.columns * room.rows)),
    Math.ceil(reasons / room.reasons),
  )
}

/** What is on a page of so many each; pages beyond the last begin anew. */
export function onPage<T>(items: readonly T[], page: number, size: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const from = (page % pages) * size
  return items.slice(from, from + size)
}

/** The turning at this moment: to the next page after 20 seconds, back to the first where there are fewer now. */
export function turn(turning: Turning, pages: number, now: number): Turning {
  if (turning.page >= pages) return { ...turning, page: 0, turnedAt: now }
  if (turning.isPaused || now - turning.turnedAt < pageMs) return turning
  return { ...turning, page: (turning.page + 1) % pages, turnedAt: now }
}

/** So many pages on, or back where `by` is negative; the page stays for its whole time from now. */
export function step(turning: Turning, pages: number, by: number, now: number): Turning {
  return { ...turning, page: (((turning.page + by) % pages) + pages) % pages, turnedAt: now }
}
