import { describe, expect, it } from 'vitest'
import { liveSortOf, printSort, readSort, sortByClick } from './sort-keys.ts'

describe('readSort', () => {
  it.each([
    [undefined, '-creationTimeUTC'],
    ['-CreationTimeUTC', '-creationTimeUTC'],
    ['policyname,-health', 'policyName,-health'],
    ['Id', 'uid'],
    ['uid', 'uid'],
    ['-vmsFailed,duration,failureText', '-vmsFailed,duration,failureText'],
  ])('reads %j as %j', (text, printed) => {
    const keys = readSort(text)
    expect(keys && printSort(keys)).toBe(printed)
  })

  it.each([
    'colour',
    'health,colour',
    'health,-Health',
    'uid,id',
    'uid,name,state,result,health,duration',
  ])('refuses %j', (text) => expect(readSort(text)).toBeUndefined())
})

describe('sortByClick', () => {
  it.each([
    ['-creationTimeUTC', 'policyName', false, 'policyName'],
    ['policyName', 'policyName', false, '-policyName'],
    ['-policyName', 'policyName', false, 'policyName'],
    ['policyName', 'creationTimeUTC', false, '-creationTimeUTC'],
    ['policyName,-vmsFailed', 'vmsFailed', false, '-vmsFailed'],
    ['policyName', 'health', true, 'policyName,health'],
    ['policyName,health', 'health', true, 'policyName,-health'],
    ['policyName,-health', 'health', true, 'policyName'],
    ['-policyName', 'policyName', true, 'policyName'],
    ['uid,name,state,result,health', 'duration', true, 'name,state,result,health,-duration'],
  ])('%s, %s (adding: %s) gives %s', (text, field, adding, printed) => {
    expect(printSort(sortByClick(readSort(text) ?? [], field, adding))).toBe(printed)
  })
})

describe('liveSortOf', () => {
  it.each([
    ['-endTimeUTC', 'EndTimeUTC', true, undefined],
    ['uid', 'Id', false, undefined],
    ['policyName,state', 'PolicyName', false, /one field only/],
    ['health', 'CreationTimeUTC', true, /does not know/],
  ])('of %s is %s', (text, field, descending, lost) => {
    const live = liveSortOf(readSort(text) ?? [])
    expect(live.sort).toEqual({ field, descending })
    if (lost === undefined) expect(live.lost).toBeUndefined()
    else expect(live.lost).toMatch(lost)
  })
})
