import express, { type RequestHandler } from 'express'
import type { z } from 'zod'
import { AppError } from '../errors.ts'

/** Reads a JSON body of a few kilobytes. Anything else than `application/json` is left unread. */
export const readJsonBody: RequestHandler = express.json({
  limit: 8192,
  inflate: false,
  type: 'application/json',
})

/** A parsed body. Throws an AppError that names the first wrong or unknown parameter, never what was in it. */
export function parseBody<T extends z.ZodObject>(schema: T, body: unknown): z.output<T> {
  if (body === undefined) {
    throw new AppError('bad-parameter', 'Send a JSON object as application/json.', {
      parameter: 'body',
    })
  }
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ')
    throw new AppError('bad-parameter', `There is a parameter too many. Known are: ${known}.`, {
      parameter: 'body',
    })
  }
  const parameter = String(issue?.path[0] ?? 'body')
  throw new AppError('bad-parameter', `“${parameter}” is wrong: ${issue?.message}.`, { parameter })
}
