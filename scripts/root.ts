import path from 'node:path'

/** Root folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..')

/** Folder of the web app. */
export const webFolder = path.join(root, 'apps/web')

/**
 * How Node runs the BFF: its entry, after a limit without which V8 keeps the garbage of answers that
 * pass through for long, a hundred megabytes of it.
 */
export const bffCommand = [
  '--max-semi-space-size=8',
  path.join(root, 'apps/bff/src/main.ts'),
] as const
