import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { webFolder } from './root.ts'

const packages = {
  biome: '@biomejs/biome',
  depcruise: 'dependency-cruiser',
  knip: 'knip',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vite: 'vite',
  vitest: 'vitest',
} as const

/** A command-line tool that comes with `npm ci`. */
export type Tool = keyof typeof packages

// Vite belongs to the web app; every other tool is found from there as well.
const searchFrom = pathToFileURL(path.join(webFolder, 'package.json'))

/**
 * Absolute path of the script behind a tool, to be run by this very Node: the shell's own `node`
 * may be an older one, and the shims of npm differ between systems. Throws an Error that says
 * what to do where the tool is not installed.
 */
export function toolPath(tool: Tool): string {
  const manifest = findManifest(packages[tool])
  const { bin }: { bin?: string | Record<string, string> } = manifest
    ? JSON.parse(readFileSync(manifest, 'utf8'))
    : {}
  const script = typeof bin === 'string' ? bin : bin?.[tool]
  if (!manifest || !script) {
    throw new Error(`${tool} (npm package ${packages[tool]}) is not installed: run \`npm ci\`.`)
  }
  return path.join(path.dirname(manifest), script)
}

function findManifest(name: string): string | undefined {
  try {
    return findPackageJSON(name, searchFrom)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return undefined
    }
    throw error
  }
}
