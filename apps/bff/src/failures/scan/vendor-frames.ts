import type { VariableKind } from '../variable-kinds.ts'

/** A sentence of the vendor with names that nothing else gives away: literal, name, literal, name … */
interface Frame {
  readonly begins: string
  /** It stands at the beginning of a text only. */
  readonly isFirst: boolean
  /** Each name, and what follows it. */
  readonly slots: readonly (readonly [VariableKind, string | RegExp])[]
}

/** A name within a frame. UTF-16 offsets. */
export interface Slot {
  readonly kind: VariableKind
  readonly start: number
  readonly end: number
}

const endOfWord = /[.,;:!?)]*(?:\s|$)/
const endOfSentence = /[.,;!?)]+(?:\s|$)|\s*(?:\n|$)/

const frames: readonly Frame[] = [
  { begins: 'processing ', isFirst: true, slots: [['VM', ' error:']] },
  { begins: 'processing ', isFirst: true, slots: [['VM', ' warning:']] },
  { begins: 'connection to backup proxy ', isFirst: false, slots: [['proxy', endOfWord]] },
  {
    begins: 'data sovereignty violation: target ',
    isFirst: false,
    slots: [
      ['host', ' location '],
      ['location', ' does not match source '],
      ['host', ' location '],
      ['location', endOfSentence],
    ],
  },
]

const framesByFirstWord = Map.groupBy(frames, (frame) => /^\w+/.exec(frame.begins)?.[0] ?? '')

const longestName = 120
const enclosing = /^[\s"'“„«:]+|[\s"'”“»:.]+$/g

/**
 * The names of the frame that begins with this word at this place of a folded text; none where none fits.
 * `isFirst`: nothing but blanks stands before the word.
 */
export function frameSlotsAt(
  folded: string,
  at: number,
  word: string,
  isFirst: boolean,
): readonly Slot[] {
  for (const frame of framesByFirstWord.get(word) ?? []) {
    const fits = (isFirst || !frame.isFirst) && folded.startsWith(frame.begins, at)
    const slots = fits ? slotsOf(folded, at + frame.begins.length, frame) : []
    if (slots.length > 0) return slots
  }
  return []
}

const sentenceStart = /^(?:of|for|finished|failed|was|is|has|with|and|in|on)\s/

/** `Processing of the disk failed. Error:` names no VM. */
function isSentence(name: string): boolean {
  return name.includes('\n') || name.includes('. ') || sentenceStart.test(name)
}

function slotsOf(folded: string, from: number, frame: Frame): Slot[] {
  const slots: Slot[] = []
  let start = from
  for (const [kind, next] of frame.slots) {
    const window = folded.slice(start, start + longestName)
    const length = typeof next === 'string' ? window.indexOf(next) : window.search(next)
    const name = window.slice(0, Math.max(0, length))
    const bare = name.replace(enclosing, '')
    if (bare === '' || isSentence(bare)) return []
    const offset = start + name.indexOf(bare)
    slots.push({ kind, start: offset, end: offset + bare.length })
    start += length + (typeof next === 'string' ? next.length : 0)
  }
  return slots
}
