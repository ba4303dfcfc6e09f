import type { TypedTime } from '../filter/typed-time.ts'

export type TypedRange =
  | { ok: true; from: string | undefined; to: string | undefined }
  | { ok: false; end: 'from' | 'to'; message: string }

/** EM takes times to the second in UTC. */
function toUtcSecond(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`
}

/** The range that was typed; an end left empty is open. `read` reads one end. */
export function readRange(
  typed: { from: string; to: string },
  read: (label: string, text: string) => TypedTime,
): TypedRange {
  const ends: { from?: string; to?: string } = {}
  for (const [end, label] of [
    ['from', 'From'],
    ['to', 'To'],
  ] as const) {
    if (typed[end].trim() === '') continue
    const time = read(label, typed[end])
    if (!time.ok) return { ok: false, end, message: time.message }
    ends[end] = toUtcSecond(time.iso)
  }
  const { from, to } = ends
  if (from === undefined && to === undefined) {
    return { ok: false, end: 'from', message: 'Give at least one of the two ends.' }
  }
  if (from !== undefined && to !== undefined && from >= to) {
    return { ok: false, end: 'to', message: 'This is not after “From”.' }
  }
  return { ok: true, from, to }
}
