import { noResult } from '@cdp-watch/contract'
import { compareHealth, type Health } from '../../ui/health.ts'
import { isNameEdge } from './name-set.ts'
import { taskHealth } from './task-health.ts'
import { tasksOfVm, type VmRow } from './task-rows.ts'

/**
 * How a VM stands to a reason one of its tasks gave. `now`: no newer task of it has a result.
 * `earlier`: a newer task is not well either. `recovered`: the newest one with a result is well.
 */
export type Standing = 'now' | 'earlier' | 'recovered'

export interface AffectedVm {
  readonly vm: string
  readonly health: Health
  readonly standing: Standing
}

/** One distinct reason, in the words of the VM it presses hardest on, with every VM that gave it (worst first). */
export interface Cause {
  readonly text: string
  readonly worst: AffectedVm
  readonly vms: readonly AffectedVm[]
}

const urgency: Record<Standing, number> = { now: 0, earlier: 1, recovered: 2 }

/** The reasons of a session's VMs, each distinct text once, worst first. */
export function causesOf(rows: readonly VmRow[]): Cause[] {
  const mentions = rows.flatMap(mentionsOf)
  const causes = [...Map.groupBy(mentions, (mention) => mention.key).values()].flatMap(causeOf)
  return causes.sort((a, b) => compareVms(a.worst, b.worst) || b.vms.length - a.vms.length)
}

interface Mention extends AffectedVm {
  readonly key: string
  readonly text: string
}

function mentionsOf(row: VmRow): Mention[] {
  const tasks = tasksOfVm(row)
  const latest = tasks.findIndex((task) => task.result !== noResult)
  const since = tasks[latest]
  return tasks.flatMap((task, index) => {
    const health = taskHealth(task)
    const text = task.reason?.trim() ?? ''
    if (text === '' || health === 'ok') return []
    const standing = since && index > latest ? standingAfter(taskHealth(since)) : 'now'
    return [{ vm: row.vm, health, standing, text, key: comparable(text, row.vm) }]
  })
}

function standingAfter(latest: Health): Standing {
  return latest === 'ok' ? 'recovered' : 'earlier'
}

function causeOf(mentions: readonly Mention[]): Cause[] {
  const sorted = mentions.toSorted(compareVms)
  const vms = oncePerVm(sorted)
  const [first] = sorted
  const [worst] = vms
  return first && worst ? [{ text: first.text, worst, vms }] : []
}

/** The first mention of each VM. */
export function oncePerVm(mentions: readonly AffectedVm[]): AffectedVm[] {
  const perVm = new Map<string, AffectedVm>()
  for (const { vm, health, standing } of mentions) {
    if (!perVm.has(vm)) perVm.set(vm, { vm, health, standing })
  }
  return [...perVm.values()]
}

/** Most pressing first: what is so now before what was, and the worse before the better. */
export function compareVms(a: AffectedVm, b: AffectedVm): number {
  return urgency[a.standing] - urgency[b.standing] || compareHealth(a.health, b.health)
}

const nameMask = '\u0000'

/** The text as it is compared: white space folded, and the VM's own name masked. */
export function comparable(text: string, vm: string): string {
  const folded = fold(text)
  const name = fold(vm)
  if (name === '') return folded
  let masked = ''
  let from = 0
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
    const end = at + name.length
    const whole = isNameEdge(folded[at - 1], folded[at]) && isNameEdge(folded[end - 1], folded[end])
    if (!whole) continue
    masked += folded.slice(from, at) + nameMask
    from = end
  }
  return masked + folded.slice(from)
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
