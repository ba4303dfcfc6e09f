import { spawn } from 'node:child_process'
import { execPath, exit, stderr } from 'node:process'
import { ended, passSignals } from './child-process.ts'
import { bffCommand, bffEnvironment, root } from './root.ts'
import { buildWebWhenNeeded } from './web-build.ts'

try {
  await buildWebWhenNeeded()
} catch (error) {
  stderr.write(`CDP Watch cannot start.\n${error instanceof Error ? error.message : error}\n`)
  exit(1)
}

const bff = spawn(execPath, [...bffCommand], {
  cwd: root,
  env: { ...bffEnvironment, ...process.env },
  stdio: 'inherit',
})
passSignals([bff])
exit(await ended(bff))
