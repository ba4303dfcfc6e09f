import { describe, expect, it } from 'vitest'
import { squeeze } from './squeeze.ts'

describe('squeeze', () => {
  it.each<[string, string, string]>([
    ['nothing', 'a b\nc', 'a b\nc'],
    ['blanks', ' a \t b  ', ' a b '],
    ['ends of lines', 'a\r\n\r\n  b \n c\rd', 'a\nb\nc\nd'],
    ['what nobody sees', '\u200fa\u00adb\u0000 \u200ec', 'ab c'],
    ['no-break spaces in numbers', '38\u00a0120', '38\u00a0120'],
  ])('%s', (_, text, expected) => expect(squeeze(text).text).toBe(expected))

  it.each(['a  b\r\n\r\nc\u200fd', 'plain', ''])(
    'knows where the characters of %j were',
    (text) => {
      const { text: squeezed, originalAt } = squeeze(text)
      const visible = [...squeezed].flatMap((character, at) => (/\s/.test(character) ? [] : [at]))
      expect(visible.map((at) => text[originalAt(at)])).toEqual(visible.map((at) => squeezed[at]))
    },
  )
})
