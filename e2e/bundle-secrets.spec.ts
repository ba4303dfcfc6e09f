import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { root, webFolder } from '../scripts/root.ts'

const dist = path.join(webFolder, 'dist')

/** What of the machine that built it, and of what the server alone may know, has no place in a page. */
const inside = [
  root,
  'PRIVATE KEY',
  'EM_PASSWORD=',
  'process.env.',
  'sourceMappingURL',
  '/__simulator',
]

test('the page holds nothing of the server, nor of who built it', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|html|json|svg|map)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  for (const file of files) {
    const text = readFileSync(path.join(dist, file), 'utf8')
    for (const each of inside) expect(text.includes(each), `${each} in ${file}`).toBe(false)
  }
})
