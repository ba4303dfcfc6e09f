import { expect, it } from 'vitest'
import { filesOf } from './fresh-copy.ts'

it('names the scripts and styles of a page, each once', () => {
  const html = `<!doctype html><link rel="icon" href="/icon.svg" />
    <script type="module" crossorigin src="/assets/wall-b.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/chunk-c.js">
    <link rel="stylesheet" crossorigin href="/assets/wall-a.css"><link rel="stylesheet" href="/assets/wall-a.css">`
  expect(filesOf(html)).toEqual(['/assets/chunk-c.js', '/assets/wall-a.css', '/assets/wall-b.js'])
})

it.each(['', '<title>502 Bad Gateway</title>', '<script src="https://elsewhere/assets/x.js">'])(
  'finds none in %j',
  (html) => {
    expect(filesOf(html)).toEqual([])
  },
)
