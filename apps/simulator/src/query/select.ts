import type { Snapshot } from '../estate/estate.ts'
import { SessionRow } from '../estate/session-row.ts'
import { TaskRow } from '../estate/task-row.ts'
import { partCreated, partsOf } from '../estate/tasks.ts'
import type { Sort } from './compile.ts'
import type { Condition } from './condition.ts'
import { visitSessions, visitTasks } from './scan.ts'
import { numbersInOrder, Selection, strided, textsInOrder } from './selection.ts'

/** Which rows of a result are asked for: `size` of them from `first` on, counted from 0. */
export interface Span {
  readonly first: number
  readonly size: number
}

/** The rows asked for, and how many match at all. */
export interface Selected<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

type Offer<Row> = (row: Row, handle: number) => void

/** Runs a scan into a selection by the sort asked for, or in no useful order without one, as EM does. */
function choose<Row>(
  sort: Sort<Row> | undefined,
  span: Span,
  scan: (offer: Offer<Row>) => void,
): { handles: number[]; total: number } {
  const last = span.first + span.size
  const sign = sort?.direction === 'desc' ? -1 : 1
  const key = sort?.field.sortKey
  if (key?.kind === 'text') {
    const selection = new Selection<string>(last, (a, b) => sign * textsInOrder(a, b))
    scan((row, handle) => selection.offer(key.of(row), handle))
    return { handles: selection.page(span.first), total: selection.total }
  }
  if (key?.kind === 'number') {
    const selection = new Selection<number>(last, (a, b) => sign * numbersInOrder(a, b))
    scan((row, handle) => selection.offer(key.of(row), handle))
    return { handles: selection.page(span.first), total: selection.total }
  }
  const handles: number[] = []
  scan((_, handle) => handles.push(handle))
  return { handles: strided(handles, span.first, span.size), total: handles.length }
}

/** A page of rows that have been found in the order of their start. */
function chooseByStart(direction: 'asc' | 'desc', span: Span, handles: readonly number[]) {
  const total = handles.length
  if (direction === 'asc') {
    return { handles: handles.slice(span.first, span.first + span.size), total }
  }
  const end = Math.max(0, total - span.first)
  return { handles: handles.slice(Math.max(0, end - span.size), end).reverse(), total }
}

const positionsPerDay = 2 ** 20

function sessionHandle(row: SessionRow): number {
  return row.day.day * positionsPerDay + row.position
}

function sessionAt(snapshot: Snapshot, handle: number): SessionRow[] {
  const stretch = snapshot.stretchOf(Math.floor(handle / positionsPerDay))
  return stretch ? [new SessionRow(snapshot, stretch.day, handle % positionsPerDay)] : []
}

/** The sessions that meet a condition. */
export function selectSessions(
  snapshot: Snapshot,
  condition: Condition<SessionRow>,
  sort: Sort<SessionRow> | undefined,
  span: Span,
): Selected<SessionRow> {
  const visit = (offer: Offer<SessionRow>) =>
    visitSessions(snapshot, condition.reach, (row) => {
      if (condition.meets(row)) offer(row, sessionHandle(row))
    })
  let chosen: { handles: number[]; total: number }
  if (sort?.field.sortKey.kind === 'start') {
    const handles: number[] = []
    visit((_, handle) => handles.push(handle))
    chosen = chooseByStart(sort.direction, span, handles)
  } else {
    chosen = choose(sort, span, visit)
  }
  const rows = chosen.handles.flatMap((handle) => sessionAt(snapshot, handle))
  return { rows, total: chosen.total }
}

const tasksPerSession = 2 ** 16
const partsPerVm = 2 ** 4

function taskHandle(row: TaskRow): number {
  return sessionHandle(row.session) * tasksPerSession + row.vm * partsPerVm + row.part
}

function taskAt(snapshot: Snapshot, handle: number): TaskRow[] {
  return sessionAt(snapshot, Math.floor(handle / tasksPerSession)).map((session) => {
    const within = handle % tasksPerSession
    const task = new TaskRow(session)
    const [vm, part] = [Math.floor(within / partsPerVm), within % partsPerVm]
    task.moveTo(vm, part, partsOf(session), partCreated(session, vm, part))
    return task
  })
}

/** The tasks that meet a condition. */
export function selectTasks(
  snapshot: Snapshot,
  condition: Condition<TaskRow>,
  sort: Sort<TaskRow> | undefined,
  span: Span,
): Selected<TaskRow> {
  const { handles, total } = choose(sort, span, (offer) =>
    visitTasks(snapshot, condition, (row) => offer(row, taskHandle(row))),
  )
  return { rows: handles.flatMap((handle) => taskAt(snapshot, handle)), total }
}

/** The rows of a short list that meet a condition. */
export function selectFrom<Row>(
  list: readonly Row[],
  condition: Condition<Row>,
  sort: Sort<Row> | undefined,
  span: Span,
): Selected<Row> {
  const { handles, total } = choose(sort, span, (offer) => {
    for (const [index, row] of list.entries()) if (condition.meets(row)) offer(row, index)
  })
  return { rows: handles.flatMap((handle) => list[handle] ?? []), total }
}
