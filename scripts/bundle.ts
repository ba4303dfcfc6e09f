import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { webFolder } from './root.ts'

/** Most that the initial JavaScript of the Sessions page may weigh, in bytes after gzip. */
export const bundleBudget = 250_000

/** Most that the initial JavaScript of the wall may weigh, in bytes after gzip. */
export const wallBudget = 90_000

/** Modules the Sessions page is painted from: the entry, and the page's own part, which is loaded apart. */
export const firstPaintModules = ['index.html', 'src/app/sessions-route.tsx']

/** One entry of Vite's manifest: a file that was built, and the keys of those it imports statically. */
interface Chunk {
  file: string
  imports?: readonly string[]
}

/** Vite's `manifest.json`: built chunks by the path of their source. */
export type Manifest = Readonly<Record<string, Chunk>>

export interface WeighedFile {
  /** Path below the folder of the built app. */
  file: string
  bytes: number
  gzipBytes: number
}

/**
 * The JavaScript files these modules need before they run, each once. Throws an Error where the
 * manifest does not know a module: a renamed page must not pass as a light one.
 */
export function listScripts(manifest: Manifest, modules: readonly string[]): string[] {
  const files = new Set<string>()
  const waiting = [...modules]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no module ${key}; see scripts/bundle.ts.`)
    if (files.has(chunk.file)) continue
    files.add(chunk.file)
    waiting.push(...(chunk.imports ?? []))
  }
  return [...files].filter((file) => file.endsWith('.js')).sort()
}

/** The initial JavaScript of the Sessions page as it was built, heaviest first. Throws where nothing is built. */
export function weighFirstPaint(): WeighedFile[] {
  return weigh('manifest.json', firstPaintModules)
}

/** The same of the wall, which is built by itself. */
export function weighWall(): WeighedFile[] {
  return weigh('wall-manifest.json', ['wall.html'])
}

function weigh(manifestFile: string, modules: readonly string[]): WeighedFile[] {
  const built = path.join(webFolder, 'dist')
  const manifest: Manifest = JSON.parse(
    readFileSync(path.join(built, '.vite', manifestFile), 'utf8'),
  )
  return listScripts(manifest, modules)
    .map((file) => {
      const content = readFileSync(path.join(built, file))
      return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length }
    })
    .sort((a, b) => b.gzipBytes - a.gzipBytes)
}

/** Bytes after gzip of all files together. */
export function sumGzip(files: readonly WeighedFile[]): number {
  return files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)
}
