import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { foreignLicences, printLicences } from './licence-list.ts'
import { lockedPackages } from './lock-file.ts'
import { root } from './root.ts'

const packages = lockedPackages()

describe('what the project installs', () => {
  it('comes from npm’s registry, each package by its own name, and its bytes are known', () => {
    expect(packages.length).toBeGreaterThan(100)
    const wrong = packages.filter(({ name, version, resolved, integrity }) => {
      const file = `${name.split('/').at(-1)}-${version}.tgz`
      const isFromRegistry = resolved === `https://registry.npmjs.org/${name}/-/${file}`
      return !isFromRegistry || !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')
    })
    expect(wrong).toEqual([])
  })

  it('has licences that were looked at and allowed', () => {
    expect(foreignLicences(packages)).toEqual([])
  })

  it('is listed with its licences; where it is not, `npm run licences` writes the list anew', () => {
    const listed = readFileSync(path.join(root, 'docs/licences.md'), 'utf8')
    expect(listed).toBe(printLicences(packages))
    for (const name of ['express', 'react', '@fontsource-variable/inter', 'selfsigned'])
      expect(listed).toContain(`| ${name} |`)
  })
})

describe('a licence', () => {
  const locked = { name: 'x', version: '1', resolved: '', integrity: '' }
  it.each([
    ['MIT', false, true],
    ['(MIT OR CC0-1.0)', false, true],
    ['Apache-2.0 AND MIT', false, true],
    ['MPL-2.0', false, false],
    ['MPL-2.0', true, true],
    ['GPL-3.0-only', true, false],
    ['MIT AND GPL-3.0-only', false, false],
    ['', false, false],
    ['SEE LICENSE IN LICENSE', false, false],
  ])('%s (dev: %s) is allowed: %s', (license, isDev, isAllowed) => {
    expect(foreignLicences([{ ...locked, license, isDev }])).toHaveLength(isAllowed ? 0 : 1)
  })
})
