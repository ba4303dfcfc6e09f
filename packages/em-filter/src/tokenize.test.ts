import { expect, it } from 'vitest'
import { tokenize } from './em-filter.ts'

const letters = {
  field: 'f',
  operator: 'o',
  value: 'v',
  connective: 'c',
  parenthesis: 'p',
  space: '_',
  error: 'E',
} as const

const cases: readonly [string, string][] = [
  ['', ''],
  ['Result=="Failed"', 'ffffffoovvvvvvvv'],
  ['Result == Failed', 'ffffff_oo_vvvvvv'],
  ['(a==1;b~="x y"),c!=2', 'pfoovcfoovvvvvpcfoov'],
  ['a=="x""y"', 'foovvvvvv'],
  ['a==""x""', 'foovvvvv'],
  ['a=="x', 'fooEE'],
  ['a=1', 'fEv'],
  ['a==b-c;d==1', 'fooEEEcfoov'],
  ['a==1 b', 'foov_E'],
  ['a==1)', 'foovE'],
  ['a==1;;b', 'foovcEf'],
  ['()', 'pE'],
  ['"a"==1', 'EEEEEv'],
  ['a 1', 'f_E'],
  ['é==1', 'Eoov'],
]

it.each(cases)('%j is %s', (text, expected) => {
  const painted = tokenize(text).map(({ kind, start, end }) => letters[kind].repeat(end - start))
  expect(painted.join('')).toBe(expected)
})
