import type { RunningBff, RunningSimulator } from '../e2e/servers.ts'
import { ask, createAgents } from './load.ts'
import type { Question } from './questions.ts'
import { askDirectly, type DirectAnswer } from './same-question.ts'

/** One question answered by the index, and by the simulator page by page. */
export interface Comparison {
  question: Question
  oursMs: number
  /** With facets, for which all rows of the range are read. */
  whole: DirectAnswer
  /** Rows and total alone, for which Enterprise Manager filters by time, result and policy. */
  totalOnly: DirectAnswer
}

/**
 * Asks both, question by question. The index is asked for what it was never asked before: one row less.
 * Rejects where the two do not speak of the same sessions.
 */
export async function compareDirectly(
  bff: RunningBff,
  simulator: RunningSimulator,
  questions: readonly Question[],
): Promise<Comparison[]> {
  const agents = createAgents(1)
  const comparisons: Comparison[] = []
  try {
    for (const question of questions) {
      const url = new URL(`${bff.url}/api/sessions?${question.search}&limit=99`)
      const begun = performance.now()
      const { body } = await ask(agents, { url, headers: {} })
      const oursMs = performance.now() - begun
      const ours: { totalInRange: number } = JSON.parse(body.toString('utf8'))
      const whole = await askDirectly(simulator, question.narrowing, 'facets')
      if (whole.rows !== ours.totalInRange) {
        throw new Error(
          `the index knows ${ours.totalInRange} sessions of a range, Enterprise Manager ${whole.rows}: ${question.search}`,
        )
      }
      const totalOnly = await askDirectly(simulator, question.narrowing, 'total')
      comparisons.push({ question, oursMs, whole, totalOnly })
    }
    return comparisons
  } finally {
    agents.close()
  }
}
