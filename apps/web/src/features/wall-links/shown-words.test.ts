import { describe, expect, it } from 'vitest'
import { screenAddress } from './screen-address.ts'
import { shownWords } from './shown-words.ts'

describe('what a screen shows', () => {
  it.each([
    ['', []],
    ['q=vdi+pool', ['Search: vdi pool']],
    ['health=failed&health=missing', ['Health: Failed, Missing']],
    ['policyUid=a&policyUid=b&backupServerUid=c', ['2 policies', '1 backup server']],
    ['failure=1-ab&result=Failed', ['1 cause of failures', 'Result: Failed']],
    ['filter=PolicyName~%3D%22x%22&colour=red', ['Filter: PolicyName~="x"', 'colour: red']],
  ])('%j: %j', (shown, words) => {
    expect(shownWords(shown)).toEqual(words)
  })
})

describe('what is opened on it', () => {
  const url = 'https://cdp.example.com/wall/open/secret'
  it.each([
    ['dark', '', url],
    ['light', '', `${url}?theme=light`],
    ['dark', 'health=failed&health=missing', `${url}?health=failed&health=missing`],
    ['auto', 'q=a+b', `${url}?q=a+b&theme=auto`],
  ] as const)('%s, %j: %s', (theme, shown, expected) => {
    expect(screenAddress(url, theme, shown)).toBe(expected)
  })
})
