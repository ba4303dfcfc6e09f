import { answered, blames, type Expectation, refusedWith } from './fuzz-request.ts'
import type { Ground } from './good-values.ts'
import { mutateText, nastyText } from './nasty-text.ts'
import type { Random } from './random.ts'
import type { Visitors } from './visitors.ts'

interface SentBody {
  text?: string
  headers: Readonly<Record<string, string>>
  expected: Expectation
}

const stranger = { username: 'DEMO\\nobody', password: 'guessed' }
const json = { 'content-type': 'application/json' }

/** What is sent to a route that takes a body; nothing to others. */
export function someBody(
  { random, operation: { id, body } }: Ground,
  visitors: Visitors,
  isSpoilt: boolean,
): SentBody {
  const names = Object.keys(body?.properties ?? {})
  if (names.length === 0) return { headers: {}, expected: answered }
  const good = goodBody(id, random, visitors)
  // An account that signs in during the fuzz must not be closed by tries that fail.
  if (isSpoilt) return spoiltBody(random, names, id === 'signIn' ? stranger : good)
  // Some at a time are all that one account has.
  const expected =
    id === 'signIn' ? { ...refusedWith('too-many-sign-ins'), answered: true } : answered
  return { text: JSON.stringify(good), headers: { ...json, ...visitors.newAddress() }, expected }
}

function goodBody(id: string, random: Random, visitors: Visitors): Record<string, string> {
  if (id === 'signIn') return { ...visitors.account }
  // Two good links of one name there are not.
  return { name: `${random.whole(1, 1e9)}x${nastyText(random, 60)}` }
}

function spoiltBody(random: Random, names: readonly string[], good: object): SentBody {
  const name = random.pick(names)
  const sent = (value: unknown, ...blamed: string[]) => ({
    text: typeof value === 'string' ? value : JSON.stringify(value),
    headers: json,
    expected: blames(...blamed),
  })
  const whole = JSON.stringify(good)
  switch (random.whole(0, 7)) {
    case 0:
      return sent(
        { ...good, [name]: random.pick([7, null, true, [], {}, ['x'], { $ne: null }]) },
        name,
      )
    case 1:
      return sent({ ...good, [name]: random.pick(['', 'x'.repeat(1100)]) }, name)
    case 2:
      return sent(random.pick([{ ...good, [name]: undefined }, '', {}]), ...names)
    case 3:
      return sent({ ...good, [nastyText(random, 40)]: 'x' }, 'body')
    case 4:
      return sent(random.pick(['[]', '7', 'null', '""', '[[[[', '"x"', whole.slice(0, -1)]), 'body')
    case 5:
      return { text: '['.repeat(random.pick([8193, 20_000])), headers: json, expected: tooLarge }
    case 6:
      return {
        text: whole,
        headers: { 'content-type': random.pick(noJson) },
        expected: blames('body'),
      }
    default:
      // What is spoilt here may still be JSON, or even right but for an account that is not known.
      return { text: mutateText(random, whole), headers: json, expected: anyOf(names) }
  }
}

const noJson = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=x',
  'x',
  '',
]
const tooLarge = refusedWith('request-too-large')

function anyOf(names: readonly string[]): Expectation {
  const refused = refusedWith('sign-in-refused', 'too-many-sign-ins').refusals
  return { answered: true, refusals: [...blames(...names, 'body').refusals, ...refused] }
}
