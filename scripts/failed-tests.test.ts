import { expect, it } from 'vitest'
import { failedTests } from './failed-tests.ts'

it('finds the failed tests of Vitest, and the files that could not be loaded', () => {
  const report = {
    testResults: [
      {
        name: '/x/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          {
            fullName: 'outer inner',
            status: 'failed',
            failureMessages: ['AssertionError: expected 1 to be 2\n    at /x/a.test.ts:2'],
          },
          { fullName: 'outer ok', status: 'passed', failureMessages: [] },
        ],
      },
      { name: '/x/b.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
      { name: '/x/c.test.ts', status: 'passed', message: '', assertionResults: [] },
    ],
  }
  expect(failedTests.vitest(report)).toEqual([
    { name: '/x/a.test.ts › outer inner', reason: 'AssertionError: expected 1 to be 2' },
    { name: '/x/b.test.ts', reason: 'cannot load' },
  ])
})

it('finds those of Playwright, however deep, and what failed outside of any test', () => {
  const failed = {
    status: 'unexpected',
    results: [
      { errors: [{ message: '\u001b[31mError: \u001b[2mexpect()\u001b[22m\n\nExpected' }] },
    ],
  }
  const report = {
    errors: [{ message: 'no tests found' }],
    suites: [
      {
        title: 'a.spec.ts',
        file: 'a.spec.ts',
        specs: [{ title: 'good', tests: [{ status: 'expected', results: [{ errors: [] }] }] }],
        suites: [
          {
            title: 'group',
            specs: [
              { title: 'bad', tests: [failed] },
              { title: 'odd', tests: [{ status: 'flaky', results: [] }] },
            ],
          },
        ],
      },
    ],
  }
  expect(failedTests.playwright(report)).toEqual([
    { name: 'Playwright', reason: 'no tests found' },
    { name: 'a.spec.ts › group › bad', reason: 'Error: expect()' },
    { name: 'a.spec.ts › group › odd', reason: 'no reason given' },
  ])
})

it('finds none in a report that is none', () => {
  expect(failedTests.vitest(undefined)).toEqual([])
  expect(failedTests.playwright({ suites: 'x' })).toEqual([])
})
