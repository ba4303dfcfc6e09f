import { expect, it } from 'vitest'
import { browserWords } from './browser-words.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

it.each([
  [`Mozilla/5.0 (X11; Linux aarch64) ${chrome}`, 'Chrome 140 on Linux'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0.0.0`,
    'Microsoft Edge 141 on Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox 143 on Linux',
  ],
  ['Kiosk/7 (a box)', 'Kiosk 7'],
  ['', 'a browser that names itself not'],
  ['<b>x</b>'.repeat(25), '<b>x</b>'.repeat(25).slice(0, 60)],
])('%s: %s', (userAgent, words) => {
  expect(browserWords(userAgent)).toBe(words)
})
