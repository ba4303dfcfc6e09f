import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { loadDotEnv, readDataDir } from '../config.ts'
import { reasonOf } from '../reason-of.ts'
import { BackupFailure } from './backup-failure.ts'
import { restore } from './restore.ts'

/** `npm run restore -- --from /var/backups/cdp-watch`: puts a backup into DATA_DIR, while CDP Watch does not run. */
function main(): string {
  const { values } = parseArgs({ args: argv.slice(2), options: { from: { type: 'string' } } })
  if (!values.from)
    throw new BackupFailure('Usage: npm run restore -- --from /var/backups/cdp-watch')
  const { files, before } = restore(readDataDir(loadDotEnv()), values.from, new Date())
  const kept = before === undefined ? '' : `\nWhat was there before is in ${before}.`
  return `Restored:\n${files.map((file) => `  ${file}`).join('\n')}${kept}`
}

try {
  stdout.write(`${main()}\n`)
} catch (error) {
  stderr.write(`${reasonOf(error)}\n`)
  exit(1)
}
