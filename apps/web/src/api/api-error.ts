import { type Problem, problemSchema } from '@cdp-watch/contract'

/** The BFF said no: `problem` has its code and words. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ApiError'
    this.problem = problem
  }
}

/** The BFF itself gave no usable answer: it is down, out of reach, or something else answers in its place. */
export class DashboardUnreachable extends Error {}

/** EM answered, but what it says cannot be read. */
export class UnreadableAnswer extends Error {}

/** The problem of an error answer, or why there is none. */
export function errorOfBody(status: number, body: unknown): Error {
  const problem = problemSchema.safeParse(body)
  if (problem.success) return new ApiError(problem.data)
  return new DashboardUnreachable(`Something other than CDP Watch answered (${status}).`)
}
