import { readCommandLine } from './options.ts'
import { startSimulator } from './server.ts'

const commandLine = readCommandLine(process.argv.slice(2))

if (commandLine.kind === 'help') {
  console.log(commandLine.text)
} else if (commandLine.kind === 'wrong') {
  console.error(commandLine.message)
  process.exitCode = 2
} else {
  await run(commandLine.options)
}

async function run(options: Parameters<typeof startSimulator>[0]): Promise<void> {
  const simulator = await startSimulator(options).catch((error: unknown) => {
    console.error(`Cannot start: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  })
  const { url, username, password, certSha256 } = simulator
  console.log(
    `Simulated Enterprise Manager at ${url} · user ${username}, password ${password} · certificate SHA-256 ${certSha256}`,
  )
  const stop = () => {
    void simulator.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  process.send?.({ url, username, password, certSha256 })
}
