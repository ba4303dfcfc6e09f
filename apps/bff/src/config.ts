import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { type Access, readAccess } from './config-access.ts'
import { ConfigError } from './config-error.ts'
import { type Front, readFront } from './config-front.ts'
import { type Environment, environmentSchema } from './environment.ts'

/** How the certificate of EM is judged. */
export type Trust =
  | { kind: 'system' }
  | { kind: 'ca'; pem: string }
  | { kind: 'pin'; sha256: string }
  | { kind: 'insecure' }

export interface EmTarget {
  /** Origin of EM, `https://host:9398`, without a path. */
  url: string
  username: string
  password: string
  trust: Trust
}

export interface Config {
  /** Undefined: no EM is configured, the simulator is to be started and used. */
  em: EmTarget | undefined
  pageSize: number
  pollSeconds: number
  /** How far back EM is asked for sessions. */
  historyDays: number
  /** How long sessions are kept, whether or not EM still has them. */
  retentionDays: number
  /** Time zone of the policies' schedules, which EM does not tell. */
  scheduleZone: string
  timeoutSeconds: number
  liveRequests: number
  liveQueue: number
  dataDir: string
  access: Access
  front: Front
  host: string
  port: number
  /** Who may read `/metrics`. */
  metricsAllow: Environment['METRICS_ALLOW']
  logLevel: Environment['LOG_LEVEL']
}

/** Reads a `.env` file in the working directory, if there is one, into the environment; variables already set win. Throws ConfigError. */
export function loadDotEnv(): NodeJS.ProcessEnv {
  try {
    if (existsSync('.env')) loadEnvFile('.env')
  } catch (cause) {
    throw new ConfigError(
      `The file .env is there but cannot be read (${String(cause)}); it holds lines such as PORT=8080`,
    )
  }
  return process.env
}

/** The data folder alone, for what needs nothing else of the configuration. */
export function readDataDir(env: Readonly<Record<string, string | undefined>>): string {
  return environmentSchema.shape.DATA_DIR.parse(env.DATA_DIR || undefined)
}

/** The configuration of this process. An empty variable counts as unset. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    )
  }
  const vars = result.data
  if (vars.RETENTION_DAYS < vars.HISTORY_DAYS) {
    throw new ConfigError(
      `RETENTION_DAYS is ${vars.RETENTION_DAYS}, less than the ${vars.HISTORY_DAYS} of HISTORY_DAYS: what is asked for would be thrown away. Use at least as many, e.g. 400`,
    )
  }
  return {
    em: readTarget(vars),
    pageSize: vars.EM_PAGE_SIZE,
    pollSeconds: vars.EM_POLL_SECONDS,
    historyDays: vars.HISTORY_DAYS,
    retentionDays: vars.RETENTION_DAYS,
    scheduleZone: vars.SCHEDULE_ZONE ?? usualScheduleZone(vars),
    timeoutSeconds: vars.EM_TIMEOUT_SECONDS,
    liveRequests: vars.EM_LIVE_REQUESTS,
    liveQueue: vars.EM_LIVE_QUEUE,
    dataDir: vars.DATA_DIR,
    access: readAccess(vars),
    front: readFront(vars, given),
    host: vars.HOST,
    port: vars.PORT,
    metricsAllow: vars.METRICS_ALLOW,
    logLevel: vars.LOG_LEVEL,
  }
}

/** A backup server's clock is most likely this one's; the simulator's schedules are in UTC. */
function usualScheduleZone(vars: Environment): string {
  return vars.EM_URL === undefined ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function readTarget(vars: Environment): EmTarget | undefined {
  if (vars.EM_URL === undefined) {
    const orphan =
      (
        ['EM_USERNAME', 'EM_PASSWORD', 'EM_PASSWORD_FILE', 'EM_CA_FILE', 'EM_CERT_SHA256'] as const
      ).find((name) => vars[name] !== undefined) ??
      (vars.EM_TLS_INSECURE === 'true' ? 'EM_TLS_INSECURE' : undefined)
    if (orphan)
      throw new ConfigError(
        `EM_URL is missing though ${orphan} is set, e.g. https://em.example.com:9398`,
      )
    return undefined
  }
  if (vars.EM_USERNAME === undefined)
    throw new ConfigError('EM_USERNAME is missing, e.g. DOMAIN\\user')
  if (vars.EM_PASSWORD !== undefined && vars.EM_PASSWORD_FILE !== undefined) {
    throw new ConfigError(
      'EM_PASSWORD_FILE is set beside EM_PASSWORD: keep one of them, e.g. EM_PASSWORD_FILE=/run/secrets/em-password',
    )
  }
  const password = vars.EM_PASSWORD ?? vars.EM_PASSWORD_FILE?.replace(/\r?\n$/, '')
  if (password === '') {
    throw new ConfigError(
      'EM_PASSWORD_FILE names a file without a password in it, e.g. /run/secrets/em-password',
    )
  }
  if (password === undefined) {
    throw new ConfigError(
      'EM_PASSWORD is missing; set it, or EM_PASSWORD_FILE, e.g. /run/secrets/em-password',
    )
  }
  return { url: vars.EM_URL, username: vars.EM_USERNAME, password, trust: readTrust(vars) }
}

function readTrust(vars: Environment): Trust {
  const insecure = vars.EM_TLS_INSECURE === 'true' ? 'EM_TLS_INSECURE' : undefined
  const chosen = [
    vars.EM_CA_FILE && 'EM_CA_FILE',
    vars.EM_CERT_SHA256 && 'EM_CERT_SHA256',
    insecure,
  ].filter(Boolean)
  if (chosen.length > 1)
    throw new ConfigError(
      `${chosen.join(' and ')} are set together: keep one of them, e.g. EM_CERT_SHA256`,
    )
  if (vars.EM_CA_FILE !== undefined) return { kind: 'ca', pem: vars.EM_CA_FILE }
  if (vars.EM_CERT_SHA256 !== undefined) return { kind: 'pin', sha256: vars.EM_CERT_SHA256 }
  return insecure ? { kind: 'insecure' } : { kind: 'system' }
}
