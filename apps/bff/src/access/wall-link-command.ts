import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { newWallLinkSchema, wallPaths } from '@cdp-watch/contract'
import { loadDotEnv, readConfig } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { reasonOf } from '../reason-of.ts'
import { WallLinkStore } from './wall-link-store.ts'

/** `npm run wall-link -- --name "NOC north"`: makes a wall link and prints its address. */
function main(): string {
  const { values } = parseArgs({ args: argv.slice(2), options: { name: { type: 'string' } } })
  const named = newWallLinkSchema.safeParse(values)
  if (!named.success) throw new ConfigError('Usage: npm run wall-link -- --name "NOC north"')
  const config = readConfig(loadDotEnv())
  const store = new WallLinkStore(config.dataDir)
  try {
    const { name } = named.data
    const made = store.make(name, null, Date.now())
    if (made === undefined)
      throw new ConfigError(`“${name}” has a wall link already. Take another name, or revoke it.`)
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    const origin = config.front.publicOrigin ?? `http://${host}:${config.port}`
    const path = wallPaths.wallOpen.replace(':secret', made.secret)
    return `Open this once on the screen “${name}”. It is not shown again.
  ${origin}${path}
Where people reach CDP Watch by another name, put that in place of ${origin}, or set PUBLIC_URL.
Options of the wall may follow, such as ?theme=light&health=failed.`
  } finally {
    store.close()
  }
}

try {
  stdout.write(`${main()}\n`)
} catch (error) {
  stderr.write(`${reasonOf(error)}\n`)
  exit(1)
}
