import { mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectWebBuild } from './web-build.ts'

const before = new Date('2026-06-15T08:00:00Z')
const built = new Date('2026-06-15T09:00:00Z')
const after = new Date('2026-06-15T10:00:00Z')

let checkout = ''

/** Writes a file as of a time, its folders as of before the build. */
function write(file: string, time: Date): void {
  const full = path.join(checkout, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, '')
  utimesSync(full, time, time)
  for (let folder = path.dirname(full); folder !== checkout; folder = path.dirname(folder)) {
    utimesSync(folder, before, before)
  }
}

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'cdp-watch-build-'))
  for (const file of [
    'apps/web/src/main.tsx',
    'apps/web/src/ui/mark.tsx',
    'apps/web/public/icon.svg',
    'apps/web/index.html',
    'packages/contract/src/routes.ts',
    'package-lock.json',
  ]) {
    write(file, before)
  }
})
afterEach(() => rmSync(checkout, { recursive: true }))

describe('inspectWebBuild', () => {
  it('misses a build that is not there', () => {
    expect(inspectWebBuild(checkout)).toBe('missing')
  })

  it('takes a build younger than its sources', () => {
    write('apps/web/dist/wall.html', built)
    expect(inspectWebBuild(checkout)).toBe('fresh')
  })

  it.each([
    'apps/web/src/main.tsx',
    'apps/web/src/features/sessions/page.tsx',
    'apps/web/public/icon.svg',
    'apps/web/index.html',
    'apps/web/vite.config.ts',
    'apps/web/vite.wall.config.ts',
    'apps/web/wall.html',
    'apps/web/package.json',
    'packages/contract/src/routes.ts',
    'package-lock.json',
  ])('sees that %s is younger', (file) => {
    write('apps/web/dist/wall.html', built)
    write(file, after)
    expect(inspectWebBuild(checkout)).toBe('stale')
  })

  it('sees that a source was deleted', () => {
    write('apps/web/dist/wall.html', built)
    unlinkSync(path.join(checkout, 'apps/web/src/ui/mark.tsx'))
    expect(inspectWebBuild(checkout)).toBe('stale')
  })

  it.each(['apps/bff/src/main.ts', 'apps/web/node_modules/x/index.js', 'README.md'])(
    'does not care for %s',
    (file) => {
      write('apps/web/dist/wall.html', built)
      write(file, after)
      expect(inspectWebBuild(checkout)).toBe('fresh')
    },
  )
})
