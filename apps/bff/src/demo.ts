import { fork } from 'node:child_process'
import path from 'node:path'
import * as z from 'zod'
import type { EmTarget } from './config.ts'

const announcementSchema = z.object({
  url: z.url(),
  username: z.string(),
  password: z.string(),
  certSha256: z.string(),
})

type Announcement = z.infer<typeof announcementSchema>

const simulator = path.resolve(import.meta.dirname, '../../simulator/src/main.ts')

/** Starts the simulated Enterprise Manager as a process of its own, which ends with this one. Rejects with an Error. */
export async function startDemo(dataDir: string): Promise<{ em: EmTarget; stop(): void }> {
  const certDir = path.resolve(dataDir, 'simulator')
  const child = fork(simulator, ['--port', '0', '--cert-dir', certDir], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const announced = await new Promise<Announcement>((resolve, reject) => {
    // In watch mode Node itself sends messages over this channel too.
    child.on('message', (message) => {
      const { success, data } = announcementSchema.safeParse(message)
      if (success) resolve(data)
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`the simulated Enterprise Manager ended at its start (exit code ${code})`)),
    )
  })
  const { url, username, password, certSha256 } = announced
  return {
    em: {
      url,
      username,
      password,
      trust: { kind: 'pin', sha256: certSha256.replaceAll(':', '').toUpperCase() },
    },
    stop: () => child.kill(),
  }
}
