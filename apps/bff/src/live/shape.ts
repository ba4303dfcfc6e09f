import { readJson, readQueryAnswer } from '@cdp-watch/em-wire'
import { AppError } from '../errors.ts'
import type { LiveQuery } from './live-query.ts'

/** EM's answer in the dashboard's shape. Rows that cannot be read are told, not dropped in silence. Throws an AppError. */
export function shape(query: LiveQuery, body: string, now: Date) {
  const json = readJson(body)
  if (!json.ok) throw new AppError('em-bad-answer', json.problem)
  const answer = readQueryAnswer(query.asked.type, json.value)
  return {
    items: answer.items,
    page: answer.page ?? { number: query.page, size: query.pageSize, count: query.page },
    query: query.asked,
    rowProblems: answer.problems,
    answeredUTC: now.toISOString(),
  }
}
