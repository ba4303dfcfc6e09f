/** The import rules of the house, see README "Layout". */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(apps|packages)/', pathNot: [from, ...allowed] },
})

const emSources = { path: '^packages/em-(filter|wire)/', pathNot: '(\\.test\\.ts$|/test/)' }

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('em-filter-stands-alone', '^packages/em-filter/', []),
    only('em-wire-stands-alone', '^packages/em-wire/', []),
    only('contract-imports-em-packages', '^packages/contract/', [
      '^packages/em-filter/',
      '^packages/em-wire/',
    ]),
    only('bff-imports-packages', '^apps/bff/', ['^packages/']),
    only('web-imports-contract-and-em-filter', '^apps/web/', [
      '^packages/contract/',
      '^packages/em-filter/',
    ]),
    only('simulator-stands-alone', '^apps/simulator/', []),
    {
      name: 'em-packages-use-zod-only',
      severity: 'error',
      from: emSources,
      to: { path: '^node_modules/', pathNot: '^node_modules/zod/' },
    },
    {
      name: 'em-packages-run-in-browsers',
      severity: 'error',
      from: emSources,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'live-and-index-never-meet',
      severity: 'error',
      from: { path: '^apps/bff/src/(live|session-index)/' },
      to: { path: '^apps/bff/src/(live|session-index)/', pathNot: '^apps/bff/src/$1/' },
    },
    {
      name: 'only-app-composes',
      severity: 'error',
      from: { path: '^apps/bff/src/(em|live|session-index|failures|access|http|ops)/' },
      to: { path: '^apps/bff/src/(app|main)\\.ts$' },
    },
    {
      name: 'features-never-meet',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'shared-web-code-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|api)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'features-do-not-import-the-shell',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/dist/' },
    // TypeScript 7 has no interface for tools yet, see docs/decisions/002.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}
