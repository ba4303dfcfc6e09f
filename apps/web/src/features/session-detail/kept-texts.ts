import type { SessionDetail } from '@cdp-watch/contract'
import { groupCauses } from './cause-groups.ts'
import type { AffectedVm, Cause } from './causes.ts'
import type { NameSet } from './name-set.ts'
import type { Why } from './why.ts'

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
