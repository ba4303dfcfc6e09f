/** How many tests of a step passed, failed and were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Where in a runner's JSON report its counts stand; the numbers of one list are added. */
interface ReportShape {
  passed: readonly string[]
  failed: readonly string[]
  skipped: readonly string[]
}

export const reportShapes = {
  /** Vitest's `json` reporter. */
  vitest: {
    passed: ['numPassedTests'],
    failed: ['numFailedTests'],
    skipped: ['numPendingTests', 'numTodoTests'],
  },
  /** Playwright's `json` reporter. A flaky test is a bug. */
  playwright: {
    passed: ['stats.expected'],
    failed: ['stats.unexpected', 'stats.flaky'],
    skipped: ['stats.skipped'],
  },
} as const satisfies Record<string, ReportShape>

/** A step that is one check, not a runner of tests. */
export function tallyOfCheck(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

/**
 * The counts of a test runner. A runner that failed without a failed test (a file that cannot be
 * loaded, an error outside of any test) or that ran no test at all counts as one failure.
 * Throws an Error when the report has no such counts.
 */
export function tallyOfReport(report: unknown, shape: ReportShape, exitCode: number): Tally {
  const sum = (paths: readonly string[]) =>
    paths.reduce((total, path) => total + numberAt(report, path), 0)
  const passed = sum(shape.passed)
  const failed = sum(shape.failed)
  const ranBadly = passed + failed === 0 || exitCode !== 0
  return { passed, failed: ranBadly ? Math.max(failed, 1) : failed, skipped: sum(shape.skipped) }
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** `12 passed, 0 failed`, and the skipped ones where there are any. */
export function printTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function numberAt(report: unknown, path: string): number {
  let value = report
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  if (typeof value !== 'number') throw new Error(`the report has no number at ${path}`)
  return value
}
