import { once } from 'node:events'
import { createServer } from 'node:https'
import type { Certificate } from './certificate.ts'
import { keepCertificate } from './certificate.ts'
import { createClock } from './clock.ts'
import { createEstate } from './estate/estate.ts'
import { createListener } from './listener.ts'
import { Logons } from './logons.ts'
import type { SimulatorOptions } from './options.ts'
import { defaultOptions } from './options.ts'

/** A simulated Enterprise Manager that listens. `url` has no path. */
export interface RunningSimulator {
  readonly url: string
  readonly certSha256: string
  /** The certificate in PEM, to be trusted by clients. */
  readonly certificate: string
  readonly username: string
  readonly password: string
  /** Stops at once: open connections are cut. */
  stop(): Promise<void>
}

/** Starts a simulator. Rejects when it cannot listen or cannot keep its certificate. */
export async function startSimulator(
  given: Partial<SimulatorOptions> = {},
): Promise<RunningSimulator> {
  const options = { ...defaultOptions, ...given }
  const certificate: Certificate = await keepCertificate(options.certDir)
  const estate = createEstate(options)
  const clock = createClock(options.now ?? Date.now(), options.speed)
  const settings = {
    latencyMs: options.latencyMs,
    jsonCase: options.jsonCase,
    bom: options.bom,
    maxPageSize: options.maxPageSize,
  }
  const simulation = { estate, clock, settings, logons: new Logons(options.idleMinutes) }
  // All of the history is made before the first request comes in.
  estate.snapshot(clock.now())
  const server = createServer(
    { key: certificate.key, cert: certificate.cert },
    createListener(simulation, options.control ? 'on' : 'off'),
  )
  // As long as the HTTP service under EM keeps idle connections; five seconds, as Node does, would cut pollers off.
  server.keepAliveTimeout = 120_000
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    url: `https://${host}:${port}`,
    certSha256: certificate.sha256,
    certificate: certificate.cert,
    username: 'DEMO\\operator',
    password: 'demo',
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
