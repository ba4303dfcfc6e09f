import { countOf } from '../../ui/format-count.ts'
import type { AffectedVm } from './causes.ts'
import type { Why } from './why.ts'

/** Where the texts below it come from, or undefined where there are none. */
export function whyNote(why: Why): string | undefined {
  if (why.kind === 'own-message') {
    const own = "the session's own message"
    return why.groups.length === 0 ? own : `${own}, and what its VMs say`
  }
  if (why.kind !== 'vm-reasons') return undefined
  const source = "the session has no message of its own; these are its VMs' reasons"
  const over = why.silent.length === 0 && why.groups.every(({ vms }) => vms.every(isRecovered))
  return over ? `${source}, all recovered since` : source
}

function isRecovered({ standing }: AffectedVm): boolean {
  return standing === 'recovered'
}

type Wordless = Exclude<Why, { kind: 'own-message' | 'vm-reasons' }>

/** What is to be said where there is no text of EM to show. */
export function whySentence(why: Wordless): string {
  switch (why.kind) {
    case 'no-reason':
      return `Enterprise Manager gives no reason: the session has no message of its own, and ${
        why.vms === 0 ? 'no VMs that could give one' : 'its VMs give none'
      }.`
    case 'nothing-failed':
      return 'Nothing failed in this session.'
    case 'nothing-failed-yet':
      return 'Nothing failed in this session so far.'
    case 'no-vms-yet':
      return 'The session is under way, and Enterprise Manager has no VM of it yet.'
    case 'no-result-yet':
      return 'The session is under way, and none of its VMs has a result yet.'
    case 'result-unknown':
      return `The result is “${why.result}”, and Enterprise Manager gives no reason.`
    case 'asking':
      return 'The reasons are those of its VMs, which are being asked for.'
    case 'not-known':
      return 'The reasons are those of its VMs, and Enterprise Manager did not give them.'
  }
}

/** What comes before the names of VMs that fail now and give no reason. */
export function silentWords(vms: readonly string[]): string {
  return `${countOf(vms.length, 'VM')} failing without a reason`
}

/** What stands for the texts that are like the one shown. */
export function alikeWords(texts: number): string {
  return `${countOf(texts, 'more text')} that ${texts === 1 ? 'differs' : 'differ'} only in names or numbers`
}
