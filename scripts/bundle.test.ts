import { describe, expect, it } from 'vitest'
import { listScripts, type Manifest } from './bundle.ts'

const manifest: Manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_react.js', '_shared.js'] },
  '_react.js': { file: 'assets/react-2.js' },
  '_shared.js': { file: 'assets/shared-3.js', imports: ['_react.js', '_circle.js'] },
  '_circle.js': { file: 'assets/circle-4.js', imports: ['_shared.js'] },
  'src/page.tsx': { file: 'assets/page-5.js', imports: ['index.html', '_table.js'] },
  '_table.js': { file: 'assets/table-6.js' },
  'src/editor.tsx': { file: 'assets/editor-7.js', imports: ['_react.js'] },
  'src/font.woff2': { file: 'assets/font-8.woff2' },
}
const shell = ['circle-4', 'index-1', 'react-2', 'shared-3']

describe('listScripts', () => {
  it.each([
    ['the entry with all it imports, in circles too', ['index.html'], shell],
    [
      'a page that is loaded apart, without what is loaded on demand',
      ['index.html', 'src/page.tsx'],
      ['circle-4', 'index-1', 'page-5', 'react-2', 'shared-3', 'table-6'],
    ],
    ['a module alone', ['src/editor.tsx'], ['editor-7', 'react-2']],
    ['no fonts', ['src/font.woff2'], []],
  ])('lists %s', (_name, modules, names) => {
    expect(listScripts(manifest, modules)).toEqual(names.map((name) => `assets/${name}.js`))
  })

  it('refuses a module the build does not know', () => {
    expect(() => listScripts(manifest, ['src/renamed.tsx'])).toThrow('src/renamed.tsx')
  })
})
