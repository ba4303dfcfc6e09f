import { stripVTControlCharacters } from 'node:util'

/** A test that failed. */
export interface FailedTest {
  /** Its file and its full name; of a file that could not be loaded, the file alone. */
  name: string
  /** The first line of what was wrong. */
  reason: string
}

/** The failed tests in a report of Vitest's or Playwright's `json` reporter, in its order. */
export const failedTests = { vitest: ofVitest, playwright: ofPlaywright }

function ofVitest(report: unknown): FailedTest[] {
  return listAt(report, 'testResults').flatMap((file) => {
    const failed = listAt(file, 'assertionResults').filter(
      (test) => textAt(test, 'status') === 'failed',
    )
    const name = textAt(file, 'name')
    const isBroken = textAt(file, 'status') === 'failed' && failed.length === 0
    if (isBroken) return [{ name, reason: firstLine(textAt(file, 'message')) }]
    return failed.map((test) => ({
      name: `${name} › ${textAt(test, 'fullName')}`,
      reason: firstLine(String(listAt(test, 'failureMessages')[0] ?? '')),
    }))
  })
}

function ofPlaywright(report: unknown): FailedTest[] {
  const errors = listAt(report, 'errors').map((error) => ({
    name: 'Playwright',
    reason: firstLine(textAt(error, 'message')),
  }))
  const files = listAt(report, 'suites')
  return [...errors, ...files.flatMap((file) => ofSuite(file, textAt(file, 'file')))]
}

/** Playwright nests `describe` in suites; what a suite is called stands before its tests. */
function ofSuite(suite: unknown, path: string): FailedTest[] {
  const own = listAt(suite, 'specs').flatMap((spec) => {
    const name = `${path} › ${textAt(spec, 'title')}`
    return listAt(spec, 'tests')
      .filter((test) => ['unexpected', 'flaky'].includes(textAt(test, 'status')))
      .map((test) => ({ name, reason: firstLine(firstError(test)) }))
  })
  const inner = listAt(suite, 'suites').flatMap((each) =>
    ofSuite(each, `${path} › ${textAt(each, 'title')}`),
  )
  return [...own, ...inner]
}

function firstError(test: unknown): string {
  const errors = listAt(test, 'results').flatMap((result) => listAt(result, 'errors'))
  return textAt(errors[0], 'message')
}

function firstLine(text: string): string {
  const lines = stripVTControlCharacters(text).split('\n')
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'no reason given'
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function listAt(value: unknown, key: string): unknown[] {
  const list = valueAt(value, key)
  return Array.isArray(list) ? list : []
}

function textAt(value: unknown, key: string): string {
  const text = valueAt(value, key)
  return typeof text === 'string' ? text : ''
}
