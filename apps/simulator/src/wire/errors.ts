import type { WireObject } from './value.ts'

/** A request that EM refuses. One place writes the answer. */
export class EmError extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** The body of an error: in JSON and XML alike, apart from the nulls. */
export function errorBody(status: number, message: string): WireObject {
  return {
    FirstChanceExceptionMessage: status === 500 ? message : null,
    StackTrace: null,
    Message: message,
    StatusCode: status,
    Status: null,
  }
}
