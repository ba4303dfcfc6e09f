import path from 'node:path'

/** Root folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..')

/** Folder of the web app. */
export const webFolder = path.join(root, 'apps/web')

/** Entry of the BFF. */
export const bffEntry = path.join(root, 'apps/bff/src/main.ts')
