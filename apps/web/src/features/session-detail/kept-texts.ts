import type { SessionDetail, TextPart } from '@cdp-watch/contract'
import { groupCauses } from './cause-groups.ts'
import { type AffectedVm, type Cause, comparable } from './causes.ts'
import type { NameSet } from './name-set.ts'
import type { Why } from './why.ts'

type KeptText = SessionDetail['failureTexts'][number]

/** What the index knows of the texts of a session: their parts, and the groups they are in. */
export interface KeptTexts {
  /** By the text itself. */
  readonly parts: ReadonlyMap<string, readonly TextPart[]>
  /** By the text as it is compared, the VM's own name masked. */
  readonly byComparable: ReadonlyMap<string, KeptText>
}

/** The texts the index keeps of a session, to be looked up by those EM gives. */
export function keptTextsOf(texts: SessionDetail['failureTexts']): KeptTexts {
  return {
    parts: new Map(texts.map(({ text, parts }) => [text, parts])),
    byComparable: new Map(
      texts.flatMap((kept) => ['', ...kept.vms].map((vm) => [comparable(kept.text, vm), kept])),
    ),
  }
}

/** What the index has of the first of these causes it knows the group of; undefined where it knows none. */
export function keptOf(
  { byComparable }: KeptTexts,
  causes: readonly Pick<Cause, 'text' | 'vms'>[],
): KeptText | undefined {
  return causes
    .flatMap(({ text, vms }) => ['', ...vms.map(({ vm }) => vm)].map((vm) => comparable(text, vm)))
    .map((text) => byComparable.get(text))
    .find((kept) => kept !== undefined && kept.groupId !== null)
}

/** Why by the texts the index keeps of a session's VMs, where no task is at hand to tell more; undefined without any. */
export function whyOfTexts(texts: SessionDetail['failureTexts'], names: NameSet): Why | undefined {
  const causes = texts.flatMap(({ text, health, vms }): Cause[] => {
    const affected = vms.map((vm): AffectedVm => ({ vm, health, standing: 'now' }))
    const [worst] = affected
    return worst ? [{ text, worst, vms: affected }] : []
  })
  if (causes.length === 0) return undefined
  return { kind: 'vm-reasons', groups: groupCauses(causes, names), silent: [] }
}
