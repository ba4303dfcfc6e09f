import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { loadDotEnv, readDataDir } from '../config.ts'
import { reasonOf } from '../reason-of.ts'
import { backUp } from './back-up.ts'
import { BackupFailure } from './backup-failure.ts'

/** `npm run backup -- --to /var/backups/cdp-watch`: copies DATA_DIR, also while CDP Watch runs. */
async function main(): Promise<string> {
  const { values } = parseArgs({ args: argv.slice(2), options: { to: { type: 'string' } } })
  if (!values.to) throw new BackupFailure('Usage: npm run backup -- --to /var/backups/cdp-watch')
  const made = await backUp(readDataDir(loadDotEnv()), values.to)
  return `Backed up, and read through:\n${made.map((file) => `  ${file}`).join('\n')}`
}

try {
  stdout.write(`${await main()}\n`)
} catch (error) {
  stderr.write(`${reasonOf(error)}\n`)
  exit(1)
}
