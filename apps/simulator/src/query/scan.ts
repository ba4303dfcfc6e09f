import type { Snapshot, Stretch } from '../estate/estate.ts'
import { firstAfter } from '../estate/estate.ts'
import { SessionRow } from '../estate/session-row.ts'
import { TaskRow } from '../estate/task-row.ts'
import { partCreated, partsOf } from '../estate/tasks.ts'
import { DAY } from '../estate/ticks.ts'
import type { Condition, Reach, Truth } from './condition.ts'
import { anywhere } from './condition.ts'

type Visit<Row> = (row: Row) => void

function within(stretch: Stretch, reach: Reach): { from: number; to: number } {
  const { day } = stretch
  // The bounds are included, and firstAfter gives the first beyond an instant: hence half a tick less.
  return {
    from: Math.max(stretch.from, firstAfter(day, reach.from - 0.5)),
    to: Math.min(stretch.to, firstAfter(day, reach.to)),
  }
}

function visitNamed(
  row: SessionRow,
  named: NonNullable<Reach['named']>,
  visit: Visit<SessionRow>,
): void {
  const seen = new Map<string, { stretch: Stretch; position: number }>()
  for (const identity of named) {
    const stretch = row.snapshot.stretchOf(identity.day)
    const position = stretch?.day.positions[2 * identity.policy + identity.slot] ?? -1
    if (stretch && position >= stretch.from && position < stretch.to) {
      seen.set(`${identity.day}/${position}`, { stretch, position })
    }
  }
  const found = [...seen.values()].sort(
    (a, b) => a.stretch.day.day - b.stretch.day.day || a.position - b.position,
  )
  for (const { stretch, position } of found) {
    row.moveTo(stretch.day, position)
    visit(row)
  }
}

/** Visits the sessions that are within reach, by their start, oldest first. The row is the same object each time. */
export function visitSessions(snapshot: Snapshot, reach: Reach, visit: Visit<SessionRow>): void {
  const first = snapshot.stretches[0]
  if (!first) return
  const row = new SessionRow(snapshot, first.day, 0)
  if (reach.named) {
    visitNamed(row, reach.named, visit)
    return
  }
  const active = reach.sessions === 'active'
  // No session lasts two days.
  const bounds = active ? { ...reach, from: Math.max(reach.from, snapshot.asOf - 2 * DAY) } : reach
  for (const stretch of snapshot.stretches) {
    const { from, to } = within(stretch, bounds)
    for (let position = from; position < to; position += 1) {
      row.moveTo(stretch.day, position)
      if (!active || !row.isStopped) visit(row)
    }
  }
}

const unfinished = new WeakMap<Snapshot, readonly TaskRow[]>()

/**
 * The tasks that are not completed, made once for each snapshot: pollers page through tens of thousands of them. Of
 * the parts of a VM that EM knows, only the newest can be unfinished.
 */
function unfinishedTasks(snapshot: Snapshot): readonly TaskRow[] {
  const known = unfinished.get(snapshot)
  if (known) return known
  const found: TaskRow[] = []
  visitSessions(snapshot, { ...anywhere, sessions: 'active' }, (visited) => {
    const session = new SessionRow(snapshot, visited.day, visited.position)
    const parts = partsOf(session)
    for (let vm = 0; vm < session.policy.vms; vm += 1) {
      for (let part = parts - 1; part >= 0; part -= 1) {
        const created = partCreated(session, vm, part)
        if (created > snapshot.asOf) continue
        const task = new TaskRow(session)
        task.moveTo(vm, part, parts, created)
        if (Number.isNaN(task.endTime)) found.push(task)
        break
      }
    }
  })
  unfinished.set(snapshot, found)
  return found
}

function visitUnfinished(
  snapshot: Snapshot,
  condition: Condition<TaskRow>,
  visit: Visit<TaskRow>,
): void {
  let session: SessionRow | undefined
  let truth: Truth = 1
  for (const task of unfinishedTasks(snapshot)) {
    if (task.session !== session) {
      session = task.session
      truth = condition.tasksOf(session)
    }
    if (truth === 2 || (truth === 1 && condition.meets(task))) visit(task)
  }
}

/** Visits the tasks that meet a condition. The row may be the same object each time. */
export function visitTasks(
  snapshot: Snapshot,
  condition: Condition<TaskRow>,
  visit: Visit<TaskRow>,
): void {
  if (condition.reach.sessions === 'active' && !condition.reach.named) {
    visitUnfinished(snapshot, condition, visit)
    return
  }
  let task: TaskRow | undefined
  visitSessions(snapshot, condition.reach, (session) => {
    const truth = condition.tasksOf(session)
    if (truth === 0) return
    task ??= new TaskRow(session)
    const { vms } = session.policy
    const parts = partsOf(session)
    for (let vm = 0; vm < vms; vm += 1) {
      for (let part = 0; part < parts; part += 1) {
        const created = partCreated(session, vm, part)
        if (created > snapshot.asOf) break
        task.moveTo(vm, part, parts, created)
        if (truth === 2 || condition.meets(task)) visit(task)
      }
    }
  })
}
