import { describe, expect, it } from 'vitest'
import type { Expression } from './expression.ts'
import { FilterError } from './expression.ts'
import { parseFilter } from './parse.ts'

function show(expression: Expression): string {
  if (expression.kind === 'comparison') {
    return `${expression.field} ${expression.operator} [${expression.value}]`
  }
  return `${expression.kind}(${expression.parts.map(show).join(' | ')})`
}

describe('filters', () => {
  it.each([
    ['State==Working', 'State == [Working]'],
    ['State == "Working"', 'State == [Working]'],
    ['a!=1', 'a != [1]'],
    ['a>1;b<2', 'and(a > [1] | b < [2])'],
    ['a>=1,b<=2', 'or(a >= [1] | b <= [2])'],
    ['a==1,b==2;c==3', 'or(a == [1] | and(b == [2] | c == [3]))'],
    ['a==1;b==2,c==3', 'or(and(a == [1] | b == [2]) | c == [3])'],
    ['(a==1,b==2);c==3', 'and(or(a == [1] | b == [2]) | c == [3])'],
    ['((a==1))', 'a == [1]'],
    ['Name=="say ""hi"""', 'Name == [say "hi"]'],
    ['Name==""', 'Name == []'],
    ['Name==""""', 'Name == ["]'],
    ['Name=="a;b,c)(==d"', 'Name == [a;b,c)(==d]'],
    ['Name==Web farm', 'Name == [Webfarm]'],
    [' N ame == 5 ', 'Name == [5]'],
    ['jobtype==backup;platform==hyperv', 'and(jobtype == [backup] | platform == [hyperv])'],
    [
      'CreationTimeUTC>="2021-06-15";CreationTimeUTC<="2021-06-16";VmDisplayName=="virt03-ubuntu01"',
      'and(CreationTimeUTC >= [2021-06-15] | CreationTimeUTC <= [2021-06-16] | VmDisplayName == [virt03-ubuntu01])',
    ],
  ])('%s is read', (text, shown) => expect(show(parseFilter(text))).toBe(shown))

  it.each([
    ['a', 'operator expected at the end'],
    ['a==', 'Value expected at the end'],
    ['a==1;', 'name expected at the end'],
    ['a=1', "character '=' at position 1"],
    ['a~=1', "character '~'"],
    ['a==2026-06-15', "character '-' at position 7"],
    ['a==urn:veeam:X', "character ':'"],
    ['(a==1', "')' expected"],
    ['a==1)', 'End of the filter expected at position 4'],
    ['a==1 b==2', 'End of the filter'],
    ['"a"==1', 'name expected at position 0'],
    ['a=="x', 'Unterminated string'],
    ["a=='x'", "character '''"],
    [';a==1', 'name expected'],
    ['a==1;;b==2', 'name expected at position 5'],
  ])('%s is refused', (text, message) => {
    expect(() => parseFilter(text)).toThrow(FilterError)
    expect(() => parseFilter(text)).toThrow(message)
  })
})
