import * as z from 'zod'
import { AppError } from './errors.ts'

/** Parsed query parameters of a request. Throws an AppError that names the first wrong or unknown parameter. */
export function readQuery<T extends z.ZodObject>(schema: T, parameters: unknown): z.output<T> {
  const result = schema.safeParse(parameters, { reportInput: true })
  if (result.success) return result.data
  const issue = result.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ') || 'none'
    const [parameter = ''] = issue.keys
    throw new AppError(
      'bad-parameter',
      `“${parameter}” is not a parameter here. Known are: ${known}.`,
      { parameter },
    )
  }
  const parameter = String(issue?.path[0] ?? '')
  throw new AppError('bad-parameter', `“${parameter}” ${wrongness(issue)}.`, { parameter })
}

const noParameters = z.strictObject({})

/** For a route without parameters. Throws an AppError where a request has any. */
export function refuseParameters(parameters: unknown): void {
  readQuery(noParameters, parameters)
}

function wrongness(issue: z.core.$ZodIssue | undefined): string {
  if (Array.isArray(issue?.input)) return 'is given more than once'
  if (issue?.code === 'invalid_type') return 'is needed'
  return `is wrong: ${issue?.message ?? 'it cannot be read'}`
}
