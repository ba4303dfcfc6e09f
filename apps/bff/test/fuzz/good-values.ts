import { type EntityType, entityTypes, fieldsOf } from '@cdp-watch/em-filter'
import { type KnownWorld, learnedIds } from './known-world.ts'
import { nastyText } from './nasty-text.ts'
import type { Operation, Parameter, ValueSchema } from './operations.ts'
import type { Random } from './random.ts'
import { someFilter } from './some-filter.ts'
import { sessionSorts, someSort } from './some-sort.ts'
import { earlyTimes, lateTimes, timeAgo } from './some-time.ts'

export interface Ground {
  random: Random
  world: KnownWorld
  operation: Operation
  /** What a live query asks for. */
  type: EntityType
}

const zones = [
  'UTC',
  'Europe/Oslo',
  'europe/oslo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Antarctica/Troll',
  'Etc/GMT+12',
  '+05:30',
  '-11:59',
]

/** Values of parameters of which the document cannot say what is right. */
const byName: Readonly<Record<string, (ground: Ground) => string>> = {
  type: ({ random, type }) => random.pick([type, type.toLowerCase(), type.toUpperCase()]),
  filter: ({ random, world, operation, type }) =>
    operation.id === 'emQuery'
      ? someFilter(random, world, { type, contains: false })
      : someFilter(random, world, { type: 'CdpReplicaSession', contains: true }),
  sortAsc: ({ random, type }) => random.pick(fieldsOf(type)).name,
  sortDesc: ({ random, type }) => random.pick(fieldsOf(type)).name.toLowerCase(),
  zone: ({ random }) => random.pick(zones),
  from: ({ random }) => (random.isTrue(0.05) ? random.pick(earlyTimes) : timeAgo(random, 12, 40)),
  to: ({ random }) => (random.isTrue(0.05) ? random.pick(lateTimes) : timeAgo(random, -1, 11)),
  changedSince: ({ random }) =>
    random.isTrue(0.1) ? random.pick([...earlyTimes, ...lateTimes]) : timeAgo(random, 0, 35),
  horizon: ({ random, world }) =>
    String(world.horizon - random.whole(0, Math.min(50, world.horizon))),
  since: ({ random, world }) => String(random.whole(0, world.dataVersion)),
}

/** A value that is right for this parameter. */
export function goodValue(ground: Ground, { name, schema }: Parameter): string {
  const { random, world, operation } = ground
  const known = byName[name]
  if (known) return known(ground)
  if (name === 'sort' && schema.pattern === undefined) return someSort(random, sessionSorts)
  if (name === 'failure') return random.pick(world.failureIds)
  return fitting(ground, schema, learnedIds(world, name, operation.id))
}

function fitting({ random, world }: Ground, schema: ValueSchema, ids: readonly string[]): string {
  const { items, minimum, maximum, pattern } = schema
  const { enum: members } = items ?? schema
  if (members) return random.pick(members)
  if (schema.type === 'integer') return String(someInteger(random, minimum ?? 0, maximum ?? 1000))
  const names = /\(([\w|]+)\)\$$/.exec(pattern ?? '')?.[1]
  if (names) return `${random.pick(['', '-'])}${random.pick(names.split('|'))}`
  if (ids.length > 0 && random.isTrue(0.9)) return random.pick(ids)
  const most = (items ?? schema).maxLength ?? 80
  return random.isTrue(0.7) ? random.pick(world.words).slice(0, most) : nastyText(random, most)
}

/** Small ones most of the time: answers are then small. */
function someInteger(random: Random, least: number, most: number): number {
  return random.isTrue(0.9)
    ? random.whole(least, Math.min(most, least + 20))
    : random.pick([least, most, random.whole(least, most)])
}

/** A type of what a live query asks for. */
export function someType(random: Random): EntityType {
  return random.pick(entityTypes)
}
