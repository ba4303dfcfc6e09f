import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { stderr } from 'node:process'
import { runNode } from './child-process.ts'
import { root, webFolder } from './root.ts'
import { toolPath } from './tool.ts'

/** The page that is built last: it is there when all is. */
const builtPage = 'apps/web/dist/wall.html'

/** The app, and beside it the wall. */
const builds = [['build'], ['build', '--config', 'vite.wall.config.ts']]

/** Everything the built web app is made of. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/{index.html,wall.html,vite.config.ts,vite.wall.config.ts,package.json}',
  'packages/*/src/**/*',
  'package-lock.json',
]

export type WebBuild = 'missing' | 'stale' | 'fresh'

/** How the built web app of a checkout stands to its sources, by the times of the files. */
export function inspectWebBuild(checkout: string): WebBuild {
  const built = statSync(path.join(checkout, builtPage), { throwIfNoEntry: false })
  if (!built) return 'missing'
  const newer = (file: string) => {
    const stats = statSync(path.join(checkout, file), { throwIfNoEntry: false })
    // Folders count as well: a file that was deleted changes nothing but its folder.
    return stats !== undefined && stats.mtimeMs > built.mtimeMs
  }
  return globSync(sources, { cwd: checkout }).some(newer) ? 'stale' : 'fresh'
}

/** Builds the web app; its output is shown only when it fails. Throws an Error then. */
export async function buildWeb(): Promise<void> {
  stderr.write('Building the web app …\n')
  for (const build of builds) {
    const { code, text } = await runNode([toolPath('vite'), ...build], {
      cwd: webFolder,
      output: 'kept',
    })
    if (code === 0) continue
    stderr.write(text)
    throw new Error(`The web app could not be built (exit code ${code}); the reason stands above.`)
  }
}

/** Builds the web app where it is missing or older than its sources. */
export async function buildWebWhenNeeded(): Promise<void> {
  if (inspectWebBuild(root) !== 'fresh') await buildWeb()
}
