import path from 'node:path'

const names = { index: 'cdp-watch.sqlite', access: 'cdp-watch-access.sqlite' } as const

/** A file of the data folder: the index, or sign-ins with wall links and audit. */
export type DataFile = keyof typeof names
export const dataFiles: readonly DataFile[] = ['index', 'access']

/** Absolute path of a file in a data folder. */
export function dataFile(dataDir: string, file: DataFile): string {
  return path.resolve(dataDir, names[file])
}

/** Absolute path of what is kept in a data folder to start faster: it may be removed at any time. */
export function columnsFile(dataDir: string): string {
  return path.resolve(dataDir, 'cdp-watch-columns')
}
