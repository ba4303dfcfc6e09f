import { type ChildProcess, spawn } from 'node:child_process'
import { execPath, exit, stderr, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { ended, passSignals } from './child-process.ts'
import { bffCommand, bffEnvironment, root, webFolder } from './root.ts'
import { toolPath } from './tool.ts'
import { buildWeb, inspectWebBuild } from './web-build.ts'

const bffPort = process.env.PORT ?? '8080'

/** Shows what a child writes, line by line, except where `replace` knows better. */
function show(child: ChildProcess, replace: (line: string) => string | undefined): void {
  if (!child.stdout) return
  createInterface(child.stdout).on('line', (line) => {
    const shown = replace(stripVTControlCharacters(line))
    if (shown !== undefined) stdout.write(`${shown}\n`)
  })
}

try {
  // The BFF does not start without a built page, though in watch mode nobody opens it.
  if (inspectWebBuild(root) === 'missing') await buildWeb()
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`)
  exit(1)
}

const bff = spawn(execPath, ['--watch', '--watch-preserve-output', ...bffCommand], {
  cwd: root,
  env: { ...bffEnvironment, ...process.env, PORT: bffPort },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const web = spawn(execPath, [toolPath('vite'), '--clearScreen', 'false'], {
  cwd: webFolder,
  env: { ...process.env, CDP_WATCH_BFF: `http://127.0.0.1:${bffPort}` },
  stdio: ['ignore', 'pipe', 'inherit'],
})

// Two addresses would be one too many: the BFF's serves the last build, Vite's what is being written.
show(bff, (line) => (line.startsWith('CDP Watch is at') ? undefined : line))
show(web, (line) => {
  const address = /Local:\s+(\S+)/.exec(line)?.[1]
  if (address) return `CDP Watch (watch mode) is at ${address} · Ctrl-C stops it`
  return line.includes('Network:') || /VITE v|^\s*$/.test(line) ? undefined : line
})

passSignals([bff, web])
const code = await Promise.race([ended(bff), ended(web)])
for (const child of [bff, web]) child.kill()
exit(code)
