import { defineConfig } from 'vitest/config'

const slow = '**/*.slow.test.ts'
/** Generous: a busy machine is no fault of the product. */
const common = { testTimeout: 120_000, hookTimeout: 120_000 }

/** `usual` runs with every `npm test`; `slow` holds what takes long by its nature, see scripts/test.ts. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'usual',
          include: ['{apps,packages,scripts,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', slow],
        },
      },
      {
        test: {
          ...common,
          testTimeout: 900_000,
          name: 'slow',
          include: [`{apps,packages,scripts,bench}/${slow}`],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
    ],
  },
})
