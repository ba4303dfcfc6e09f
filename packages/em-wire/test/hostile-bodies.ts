const entities = Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
)

/** Bodies of about so many characters that cost far more than that to whoever looks at a piece again for each of its parts. */
export function hostileBodies(size: number): [name: string, body: string][] {
  return [
    [
      'entities within entities',
      `<!DOCTYPE a [<!ENTITY e0 "ha">${entities.join('')}]><Error Message="&e30;"/>`,
    ],
    ['elements within elements', '<a>'.repeat(size / 3)],
    ['tags that never end', '<a '.repeat(size / 3)],
    ['quotes that never end', `<a b="${"<c d='".repeat(size / 6)}`],
    ['comments that never end', '<!--'.repeat(size / 4)],
    ['sections that never end', '<![CDATA['.repeat(size / 9)],
    ['scripts that never end', '<script>'.repeat(size / 8)],
    ['attributes', `<Error ${'a="b" '.repeat(size / 6)}>`],
    ['equals signs', `<Error ${'='.repeat(size)}>`],
    ['references', '&#x41'.repeat(size / 5)],
    ['ampersands', '&'.repeat(size)],
    ['spaces', ' '.repeat(size)],
    ['spaces within', `<a>${' '.repeat(size)}x`],
    ['lists that never end', '['.repeat(size)],
    ['objects that never end', '{"a":'.repeat(size / 5)],
    ['a text that never ends', `{"Message":"${'\\"'.repeat(size / 2)}`],
    ['a message', JSON.stringify({ Message: 'x '.repeat(size / 2), StatusCode: 500 })],
    ['lists within lists', `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`],
    ['objects within objects', `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}`],
    [
      'keys',
      `{${Array.from({ length: size / 20 }, (_, index) => `"key${index}":${index}`).join(',')}}`,
    ],
    ['one key', `{"${'k'.repeat(size)}":[{}]}`],
    ['a name of a page', `<title>${'x'.repeat(size)}</title>`],
  ]
}
