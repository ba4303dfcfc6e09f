import type { VariableKind } from '../variable-kinds.ts'
import { charClass, classAt } from './character-class.ts'
import type { Context } from './context.ts'
import { foldCase } from './fold-case.ts'
import type { Found } from './found.ts'
import { squeeze } from './squeeze.ts'
import { isWordAt, isWordEdge, wordEnd } from './word-run.ts'

/** The names that EM gives for the row a text belongs to. */
export interface KnownNames {
  readonly vms: readonly string[]
  readonly policies: readonly string[]
  readonly backupServers: readonly string[]
  readonly sessions: readonly string[]
  readonly proxies: readonly string[]
}

interface KnownName {
  readonly spelled: string
  readonly folded: string
  readonly kind: VariableKind
  readonly isWeak: boolean
}

/** Names by the word they begin with, longest first. */
export type NameIndex = ReadonlyMap<string, readonly KnownName[]>

/** One character says nothing; longer names do not occur. */
const shortest = 2
const longest = 300

/** Words of the vendor's own sentences. People do name a VM or a policy `Backup`. */
const vendorWords: ReadonlySet<string> = new Set(
  `access agent and backup cache cannot cdp cluster code connection coordinator data database datastore
  disk error event failed failure file filter for free from group has host in is job licence license
  link machine management name network new no not of offline on operation policy point process
  processing production proxy replica replication restore server service session snapshot source space
  storage system target task test the time timeout to tools veeam version virtual vm vms was windows
  within with`.split(/\s+/),
)

/** After these a name is a name, whatever else it might mean. */
const announcing: ReadonlySet<string> = new Set(
  'vm machine policy server proxy host processing maschine richtlinie maskin job'.split(' '),
)

/** After these it may well be one, where it is spelled alike. */
const prepositions: ReadonlySet<string> = new Set(
  'of by for on from to von auf für av på for til'.split(' '),
)

/** In quotes a name is a name. */
const announced: Context = { last: 'vm', before: '', isAssigned: false }

function firstWord(folded: string, at: number): string {
  const isSpelled = isWordAt(folded, at) && classAt(folded, at) !== charClass.ideograph
  return folded.slice(at, isSpelled ? wordEnd(folded, at) : at + 1)
}

/** Makes the names of a row quick to find. Very short and very long ones are left out. */
export function nameIndexOf(names: KnownNames): NameIndex {
  const index = new Map<string, KnownName[]>()
  const add = (kind: VariableKind, all: readonly string[]) => {
    for (const name of all) {
      const spelled = squeeze(name).text.trim()
      const folded = foldCase(spelled)
      if (folded.length < shortest || folded.length > longest) continue
      const isWeak = vendorWords.has(folded) || /^\d+$/.test(folded)
      const first = firstWord(folded, 0)
      const others = index.get(first)
      if (others === undefined) index.set(first, [{ spelled, folded, kind, isWeak }])
      else others.push({ spelled, folded, kind, isWeak })
    }
  }
  add('VM', names.vms)
  add('policy', names.policies)
  add('server', names.backupServers)
  add('proxy', names.proxies)
  add('session', names.sessions)
  for (const alike of index.values()) alike.sort((a, b) => b.folded.length - a.folded.length)
  return index
}

/** A text, and the same in lower case with the same offsets. */
export interface SpelledText {
  readonly text: string
  readonly folded: string
}

/**
 * The longest known name that stands at this place of a text as a whole word; `first` is the folded word
 * or the single mark that begins there. A name that is a mere number or a word of the vendor's own
 * sentences counts only where a name is to be expected.
 */
export function knownNameAt(
  { text, folded }: SpelledText,
  at: number,
  first: string,
  index: NameIndex,
  context: Context,
): Found | undefined {
  const alike = index.get(first)
  const name = alike?.find(
    (candidate) =>
      folded.startsWith(candidate.folded, at) &&
      isWordEdge(folded, at + candidate.folded.length) &&
      (!candidate.isWeak || isExpected(text, at, candidate, context)),
  )
  return name && { kind: name.kind, end: at + name.folded.length }
}

function isExpected(text: string, at: number, name: KnownName, context: Context): boolean {
  if (announcing.has(context.last)) return true
  return prepositions.has(context.last) && text.startsWith(name.spelled, at)
}

/** The known name that stands at this place of a text where nothing but a name is expected. */
export function announcedNameAt(
  spelled: SpelledText,
  at: number,
  index: NameIndex,
): Found | undefined {
  return knownNameAt(spelled, at, firstWord(spelled.folded, at), index, announced)
}
