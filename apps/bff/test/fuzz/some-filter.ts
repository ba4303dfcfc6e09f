import { type EntityType, type FilterField, fieldsOf } from '@cdp-watch/em-filter'
import type { KnownWorld } from './known-world.ts'
import { nastyText } from './nasty-text.ts'
import type { Random } from './random.ts'
import { timeAgo } from './some-time.ts'

interface Options {
  type: EntityType
  /** Whether `~=` may stand in it, which EM does not have. */
  contains: boolean
}

/** A filter that can be read, in EM's language: conditions, groups and spaces at random. */
export function someFilter(random: Random, world: KnownWorld, options: Options): string {
  return group(random, world, options, random.whole(0, 3))
}

function group(random: Random, world: KnownWorld, options: Options, depth: number): string {
  const space = () => (random.isTrue(0.1) ? ' ' : '')
  const parts = Array.from({ length: random.whole(1, 3) }, () =>
    depth > 0 && random.isTrue(0.4)
      ? `(${space()}${group(random, world, options, depth - 1)}${space()})`
      : condition(random, world, options),
  )
  return parts.reduce(
    (text, part) => `${text}${space()}${random.pick([';', ','])}${space()}${part}`,
  )
}

function condition(random: Random, world: KnownWorld, { type, contains }: Options): string {
  const field = random.pick(fieldsOf(type))
  const operators = field.operators.filter((operator) => contains || operator !== '~=')
  const operator = random.pick(operators)
  // EM refuses words that it does not know, the index does not.
  const anyWord = contains && (operator === '==' || operator === '!=')
  const value = someValue(random, world, field, anyWord)
  const name = random.pick([field.name, field.name, field.name.toLowerCase()])
  const isBare = /^\w+$/.test(value) && random.isTrue(0.5)
  return `${name}${operator}${isBare ? value : `"${value.replaceAll('"', '""')}"`}`
}

function someValue(random: Random, world: KnownWorld, field: FilterField, anyWord: boolean) {
  switch (field.kind) {
    case 'uid':
      return random.pick([
        random.pick(world.policyUids),
        random.pick(world.backupServerUids),
        random.pick(world.sessionUids),
      ])
    case 'text':
      return random.isTrue(0.5) ? random.pick(world.words) : nastyText(random, 60)
    case 'time':
      return random.pick([timeAgo(random, 0, 35), timeAgo(random, 0, 35).slice(0, 10)])
    case 'enum': {
      const known = random.pick(field.values ?? [])
      return anyWord && random.isTrue(0.1)
        ? 'Postprocessing'
        : random.pick([known, known.toUpperCase()])
    }
    case 'number':
      return random.pick(['0', '-1', '443', '9223372036854775807', '-9223372036854775808'])
    case 'boolean':
      return random.pick(['true', 'false', 'TRUE'])
  }
}
