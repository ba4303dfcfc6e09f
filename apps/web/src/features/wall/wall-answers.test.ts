import { freshnessSchema, overviewSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../api/guard.ts'
import { isHeartbeat, isOverview, isWallFreshness, isWallProblem } from '../../api/wall-answers.ts'
import { sampleFreshness, sampleOverview } from './wall-fixture.ts'

/** The value with one of its parts, by its path, as changed. */
function changed(value: unknown, path: readonly string[], part: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return part
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === key ? changed(one, rest, part) : one))
  return typeof value === 'object' && value !== null
    ? { ...value, [key]: changed(Reflect.get(value, key), rest, part) }
    : value
}

/** Paths of all parts of a value. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, part]) => [
    [...path, key],
    ...pathsOf(part, [...path, key]),
  ])
}

const overview = sampleOverview({
  reasons: [
    {
      id: 'g',
      parts: [{ text: 'lost', kind: null }],
      severity: 'failed',
      vms: 2,
      policies: 1,
      sinceUTC: '2026-11-25T00:00:00Z',
    },
  ],
  reasonCount: 1,
})

describe('the answers that a wall reads', () => {
  it('are those of the contract', () => {
    expect(overviewSchema.parse(overview)).toEqual(overview)
    expect(freshnessSchema.parse(sampleFreshness())).toEqual(sampleFreshness())
    expect(isOverview(overview)).toBe(true)
    expect(isWallFreshness(sampleFreshness())).toBe(true)
  })

  it.each([undefined, [], {}, 'x', true])(
    'are refused wherever %j stands instead of a part',
    (part) => {
      for (const path of pathsOf(overview)) {
        const wrong = changed(overview, path, part)
        // What the schema takes may stand there.
        expect(isOverview(wrong), path.join('.')).toBe(overviewSchema.safeParse(wrong).success)
      }
    },
  )

  it('may bring a code that is not known, and more than is read', () => {
    const error = { code: 'em-on-fire', message: 'Hot.' }
    const freshness = { ...sampleFreshness(), em: { ...sampleFreshness().em, error }, more: 1 }
    expect(isWallFreshness(freshness)).toBe(true)
  })

  it.each([
    [isHeartbeat({ nowUTC: '2026-11-25T00:00:00Z' }), true],
    [isHeartbeat({ nowUTC: 'soon' }), false],
    [isWallProblem({ status: 400, title: 'No', detail: 'It is so.' }), true],
    [isWallProblem({ status: '400', title: 'No', detail: 'It is so.' }), false],
    [readJson('{"a":1}'), { a: 1 }],
    [readJson('<html>'), undefined],
  ])('%j is %j', (read, expected) => {
    expect(read).toEqual(expected)
  })
})
