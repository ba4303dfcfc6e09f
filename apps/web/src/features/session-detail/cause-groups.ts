import { type AffectedVm, type Cause, compareVms, oncePerVm } from './causes.ts'
import { markVariables } from './mark-variables.ts'
import type { NameSet } from './name-set.ts'
import { compareNames } from './task-rows.ts'

/** Causes whose texts differ only in their variable parts; `vms` are those of all of them, worst first. */
export interface CauseGroup {
  readonly lead: Cause
  readonly alike: readonly Cause[]
  readonly vms: readonly AffectedVm[]
}

/** Longer texts are a group of their own: what two of them share is not to be seen at a glance anyway. */
const longestCompared = 2000
const variableMask = '\u0000'

/**
 * Puts causes together that are one but for a name, an address or a number: fifty VMs that are late by
 * fifty different times are one thing to read. Worst first, then what concerns most VMs.
 */
export function groupCauses(causes: readonly Cause[], names: NameSet): CauseGroup[] {
  const groups = [...Map.groupBy(causes, ({ text }) => shapeOf(text, names)).values()]
  return groups
    .flatMap(([lead, ...alike]) => (lead ? [{ lead, alike, vms: vmsOf([lead, ...alike]) }] : []))
    .sort((a, b) => compareVms(a.lead.worst, b.lead.worst) || b.vms.length - a.vms.length)
}

function vmsOf(causes: readonly Cause[]): AffectedVm[] {
  const all = causes.flatMap(({ vms }) => vms)
  return oncePerVm(all.sort((a, b) => compareVms(a, b) || compareNames(a.vm, b.vm)))
}

/** What is left of a text where its variable parts are left aside: alike texts have the same. */
export function shapeOf(text: string, names: NameSet): string {
  if (text.length > longestCompared) return text
  return markVariables(text, names)
    .map((part) => (part.variable ? variableMask : part.text))
    .join('')
    .replace(/\s+/g, ' ')
}
