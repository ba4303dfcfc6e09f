import type { Operation } from './operations.ts'

/** Names and values of a query, in their order. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/** What a request may be answered with. */
export interface Expectation {
  /** It may be answered with 2xx or 304. */
  readonly answered: boolean
  /** It may be refused with one of these codes; where a parameter is to blame, that one is named. */
  readonly refusals: readonly { readonly code: string; readonly parameter?: string }[]
}

/** One request of the fuzz. */
export interface FuzzRequest {
  readonly operation: Operation
  readonly method: string
  /** Path and query as they are sent. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** What is asked for, where nothing of it is wrong. */
  readonly asked: Pairs
  readonly expected: Expectation
  /** All of it is right. */
  readonly isGood: boolean
}

export const answered: Expectation = { answered: true, refusals: [] }

/** Refused for one of these parameters. */
export function blames(...parameters: readonly string[]): Expectation {
  const refusals = parameters.flatMap((parameter) => [
    { code: 'bad-parameter', parameter },
    { code: 'bad-filter', parameter },
  ])
  return { answered: false, refusals }
}

/** Refused with one of these codes. */
export function refusedWith(...codes: readonly string[]): Expectation {
  return { answered: false, refusals: codes.map((code) => ({ code })) }
}

/** A query as it stands in an address. */
export function printPairs(pairs: Pairs): string {
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}
