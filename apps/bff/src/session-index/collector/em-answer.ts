import {
  type EntityTypeName,
  type QueryAnswer,
  readJson,
  readQueryAnswer,
} from '@cdp-watch/em-wire'
import { AppError } from '../../errors.ts'

/** JSON that EM answered, parsed. Throws an AppError where it is none. */
export function readEmJson(text: string): unknown {
  const json = readJson(text)
  if (!json.ok) throw new AppError('em-bad-answer', json.problem)
  return json.value
}

/**
 * Reads EM's answer to a query. Rows that cannot be read are among its problems; what holds nothing but
 * rows of which not even a UID can be read is no answer, and throws an AppError, as it must not be taken
 * for an empty one.
 */
export function readAnswer<T extends EntityTypeName>(type: T, text: string): QueryAnswer<T> {
  const json = readEmJson(text)
  if (typeof json !== 'object' || json === null) {
    throw new AppError('em-bad-answer', 'The answer is JSON, but not the answer to a query.')
  }
  const answer = readQueryAnswer(type, json)
  const [problem] = answer.problems
  const isForeign = answer.items.length === 0 && problem !== undefined
  if (isForeign && answer.problems.every(({ uid }) => uid === null)) {
    throw new AppError('em-bad-answer', `The answer holds nothing of ${type}: ${problem.message}.`)
  }
  return answer
}
