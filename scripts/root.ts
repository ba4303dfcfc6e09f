import path from 'node:path'

/** Root folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..')

/** Folder of the web app. */
export const webFolder = path.join(root, 'apps/web')

/**
 * How Node runs the BFF: its entry, after limits without which V8 keeps the garbage of answers that
 * pass through for long, a hundred megabytes of it. Each of its three heaps may grow by a quarter before
 * it is collected, and the collector gives back at once what a large round took.
 */
export const bffCommand = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=25',
  '--expose-gc',
  path.join(root, 'apps/bff/src/main.ts'),
] as const

/**
 * What the BFF's process is started with, where nothing else is set. Settings of glibc: with one heap
 * for each of its threads, and large blocks in them, it holds a sixth more memory than it uses. And where
 * Node keeps what it compiled, which halves the work of the next start.
 */
export const bffEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '262144',
  NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node'),
} as const
