import { type FailureDetail, maxGroupEntries } from '@cdp-watch/contract'
import { textParts } from '../../failures/text-parts.ts'
import { isoTime } from '../reader/iso-time.ts'
import { sessionNames } from '../reader/session-names.ts'
import type { FailureReading } from './failure-reading.ts'
import type { GroupTally } from './group-tally.ts'
import { seenUntil } from './session-end.ts'

/** In how many sessions something was seen, and the last of them by start. */
interface Seen {
  readonly sessions: number
  readonly position: number
}

/** What was seen, by a number of its own. */
type SeenByKey = Map<number, Seen>

type Entries = Pick<FailureDetail, 'texts' | 'textCount' | 'vms' | 'policies'>

/** The texts, VMs and policies of a group: those of most sessions first, before them the policies that are not well yet. */
export function groupEntries(reading: FailureReading, tally: GroupTally): Entries {
  const { memory, history } = reading
  const { labels } = memory
  const { identities } = labels
  const texts: SeenByKey = new Map()
  const vms: SeenByKey = new Map()
  const policies: SeenByKey = new Map()
  for (const position of tally.positions) {
    const policy = identities[memory.columns.policy[position] ?? 0] ?? 0
    const inSession = ofGroup(reading, tally.group, position)
    for (const text of inSession.texts) see(texts, text, position)
    // A VM of one policy and one of the same name of another are two.
    for (const vm of inSession.vms) see(vms, policy * (memory.newestText + 1) + vm, position)
    see(policies, policy, position)
  }
  const writer = createEntryWriter(reading)
  return {
    texts: most(texts, memory.columns.created).map(([text, seen]) => writer.text(text, seen)),
    textCount: texts.size,
    vms: most(vms, memory.columns.created).map(([key, seen]) =>
      writer.vm(key % (memory.newestText + 1), seen),
    ),
    policies: [...policies]
      .map(([identity, { sessions }]) => {
        const { uid, name } = labels.newestOf(identity)
        return { uid, name, sessions, isRecovered: history.isRecovered(tally.group, identity) }
      })
      .toSorted(
        (a, b) =>
          Number(a.isRecovered) - Number(b.isRecovered) ||
          b.sessions - a.sessions ||
          (a.name < b.name ? -1 : 1),
      )
      .slice(0, maxGroupEntries),
  }
}

/** The texts of a session that are in a group, and the VMs that gave them; ids of texts. */
function ofGroup(
  { memory }: FailureReading,
  group: number,
  position: number,
): { texts: ReadonlySet<number>; vms: ReadonlySet<number> } {
  const { columns, textSets, failureGroups, taskFailures } = memory
  const own = textSets.members(columns.failureSet[position] ?? 0)
  const texts = new Set(own.filter((text) => failureGroups.ofText(text) === group))
  const vms = new Set<number>()
  taskFailures.each(position, (vm, text) => {
    if (failureGroups.ofText(text) !== group) return
    texts.add(text)
    vms.add(vm)
  })
  return { texts, vms }
}

function see(seen: SeenByKey, key: number, position: number): void {
  seen.set(key, { sessions: (seen.get(key)?.sessions ?? 0) + 1, position })
}

function most(seen: SeenByKey, started: Float64Array): [key: number, seen: Seen][] {
  const start = ({ position }: Seen) => started[position] ?? 0
  return [...seen]
    .toSorted(([, a], [, b]) => b.sessions - a.sessions || start(b) - start(a))
    .slice(0, maxGroupEntries)
}

function createEntryWriter({ memory, stored }: FailureReading) {
  const { columns, labels, readAtEm } = memory
  const lastSeen = ({ sessions, position }: Seen) => ({
    sessions,
    lastSeenUTC: isoTime(seenUntil(columns, position, readAtEm)),
    sessionUid: stored.session(columns.seq[position] ?? 0)?.uid ?? '',
  })
  return {
    text: (id: number, seen: Seen) => {
      const text = stored.text(id) ?? ''
      const parts = textParts(text, sessionNames(memory, stored, seen.position))
      return { text, parts, ...lastSeen(seen) }
    },
    vm: (id: number, seen: Seen) => ({
      vm: stored.text(id) ?? '',
      policyName: labels.label(columns.policy[seen.position] ?? 0).name,
      ...lastSeen(seen),
    }),
  }
}
