import {
  answered,
  type Expectation,
  type FuzzRequest,
  type Pairs,
  printPairs,
  refusedWith,
} from './fuzz-request.ts'
import { type Ground, goodValue, someType } from './good-values.ts'
import type { KnownWorld } from './known-world.ts'
import type { Operation } from './operations.ts'
import type { Random } from './random.ts'
import { someBody } from './some-body.ts'
import { fillPath } from './some-path.ts'
import { type RequestKind, spoil } from './spoil.ts'
import type { Visitors } from './visitors.ts'

/** How often each kind of request comes. */
const kinds: Readonly<Record<RequestKind, number>> = {
  good: 46,
  'one-bad': 26,
  unknown: 6,
  repeated: 4,
  'two-bad': 3,
  path: 4,
  method: 4,
  head: 2,
  nobody: 3,
  screen: 2,
}

export interface Surroundings {
  random: Random
  world: KnownWorld
  visitors: Visitors
}

/** A request for this route, and what may become of it. */
export async function makeRequest(
  operation: Operation,
  { random, world, visitors }: Surroundings,
): Promise<FuzzRequest> {
  const kind = random.weighed(kinds)
  const ground: Ground = { random, world, operation, type: someType(random) }
  const good = goodPairs(ground)
  const { pairs, expected } = { pairs: good, expected: answered, ...spoil(kind, ground, good) }
  const isBodySpoilt = kind === 'one-bad' && operation.body !== undefined
  const isPathSpoilt = kind === 'one-bad' && operation.query.length === 0 && !isBodySpoilt
  const path = await fillPath({ ...ground, visitors }, kind === 'path' || isPathSpoilt)
  const body = someBody(ground, visitors, isBodySpoilt)
  // Beside the route other parameters are known.
  const query = path.expected === answered ? printPairs(pairs) : ''
  const method = methodOf(kind, operation, random)
  const outcome = [path.expected, expected, body.expected].find((each) => each !== answered)
  const visitor = await visitors.headersFor(kind, operation)
  return {
    operation,
    method,
    target: query === '' ? path.text : `${path.text}?${query}`,
    headers: { ...visitors.own, ...body.headers, ...visitor.headers },
    ...(body.text === undefined || method === 'HEAD' ? {} : { body: body.text }),
    asked: pairs,
    expected: visitor.expected ?? methodExpectation(kind) ?? outcome ?? answered,
    isGood: (outcome ?? answered).answered && kind !== 'method' && visitor.expected === undefined,
  }
}

/** Some of the parameters, and all that are needed. */
function goodPairs(ground: Ground): Pairs {
  const { random, operation, world } = ground
  if (operation.id === 'sessions' && world.pages.length > 0 && random.isTrue(0.15)) {
    const { selection, cursor } = random.pick(world.pages)
    return [...selection, ['cursor', cursor]]
  }
  const share = random.pick([0, 0.15, 0.3, 0.6])
  const names = operation.query.filter(
    ({ name, required }) => required || (name !== 'cursor' && random.isTrue(share)),
  )
  const isBothSorts = names.some(({ name }) => name === 'sortAsc')
  return names
    .filter(({ name }) => !(isBothSorts && name === 'sortDesc'))
    .flatMap((parameter) => {
      const isList = parameter.schema.type === 'array'
      const count = isList ? random.whole(1, 3) : 1
      return Array.from(
        { length: count },
        () => [parameter.name, goodValue(ground, parameter)] as const,
      )
    })
}

function methodOf(kind: RequestKind, operation: Operation, random: Random): string {
  if (kind === 'head' && operation.method === 'GET') return 'HEAD'
  if (kind !== 'method') return operation.method
  const others = ['PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'OPTIONS', 'PROPFIND']
  return random.pick(others.filter((method) => !operation.methods.includes(method)))
}

function methodExpectation(kind: RequestKind): Expectation | undefined {
  return kind === 'method' ? refusedWith('method-not-allowed') : undefined
}
