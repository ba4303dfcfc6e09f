import { answered, blames, type Expectation, refusedWith } from './fuzz-request.ts'
import type { Ground } from './good-values.ts'
import { learnedIds } from './known-world.ts'
import { nastyText } from './nasty-text.ts'
import type { Random } from './random.ts'
import type { Visitors } from './visitors.ts'

interface FilledPath {
  text: string
  expected: Expectation
}

/** The path of a route with its value in it, or one that leads nowhere. */
export async function fillPath(
  ground: Ground & { visitors: Visitors },
  isSpoilt: boolean,
): Promise<FilledPath> {
  const { operation, random, world, visitors } = ground
  const { path, pathName } = operation
  if (pathName === undefined) {
    return isSpoilt ? spoiltPath(random, path) : { text: path, expected: answered }
  }
  const fill = (value: string) => path.replace(`{${pathName}}`, () => value)
  if (isSpoilt)
    return random.isTrue(0.2) ? spoiltPath(random, fill('x')) : unknownValue(random, fill)
  if (operation.id === 'revokeWallLink') {
    return { text: fill(await visitors.takeWallLink()), expected: answered }
  }
  const id = random.pick(learnedIds(world, pathName, operation.id))
  return { text: fill(encodeURIComponent(id)), expected: answered }
}

function unknownValue(random: Random, fill: (value: string) => string): FilledPath {
  const value = random.pick([
    'urn:veeam:CdpReplicaSession:00000000-0000-4000-8000-000000000000',
    '1-00000000000000000000',
    '0-00000000000000000000',
    '999999-ffffffffffffffffffff',
    '\0',
    '__proto__',
    '...',
    'x'.repeat(6000),
    nastyText(random, 400),
  ])
  return {
    text: fill(encodeURIComponent(value)),
    expected: refusedWith('not-found', 'group-outdated'),
  }
}

/** Addresses that cannot be decoded, or that nothing is at; what is not of the interface is the page's business. */
function spoiltPath(random: Random, path: string): FilledPath {
  if (random.isTrue(0.5) || !path.startsWith('/api/')) {
    const broken = random.pick(['%', '%zz', '%f', '%c0%ae', '%ff', '%ed%a0%80'])
    return { text: `${path}/${broken}`, expected: blames('path') }
  }
  const beyond = random.pick([
    '/',
    '//',
    ';x',
    '%00',
    '%20',
    '/x/y/z',
    '/..;/',
    `/${'x'.repeat(5000)}/`,
  ])
  return { text: `${path}${beyond}`, expected: refusedWith('not-found') }
}
