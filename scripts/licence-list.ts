import type { LockedPackage } from './lock-file.ts'

/** Licences that ask for no more than that their text is kept with the package. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
])
/** Fine where nothing of it is handed on: it asks for the source of what was changed. */
const allowedForTools: ReadonlySet<string> = new Set([...allowed, 'MPL-2.0'])

/** Packages whose licence nobody has looked at and allowed. */
export function foreignLicences(packages: readonly LockedPackage[]): LockedPackage[] {
  return packages.filter(({ license, isDev }) => {
    const names = license.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /)
    return !names.every((name) => (isDev ? allowedForTools : allowed).has(name))
  })
}

/** The list of what is handed on with the dashboard, by licence, as Markdown. */
export function printLicences(packages: readonly LockedPackage[]): string {
  const lines = packages
    .filter(({ isDev }) => !isDev)
    .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  return `# Licences

What CDP Watch is made of beside its own code ([MIT](../LICENSE)), in the server and in the page. Each package's licence text lies in its folder in \`node_modules\`. Made by \`npm run licences\` from \`package-lock.json\`.

| package | version | licence |
|---|---|---|
${[...new Set(lines)].toSorted().join('\n')}
`
}
