import { parseArgs } from 'node:util'
import type { JsonCase } from './wire/json.ts'

/** How a simulator is set up. Times of day come from `now` (ms since 1970; undefined: the real time) and `speed`. */
export interface SimulatorOptions {
  readonly port: number
  readonly host: string
  readonly seed: number
  readonly policies: number
  /** The mean number of VMs per policy. */
  readonly vms: number
  readonly days: number
  readonly jsonCase: JsonCase
  readonly now: number | undefined
  readonly speed: number
  readonly latencyMs: number
  readonly idleMinutes: number
  readonly bom: boolean
  readonly control: boolean
  readonly certDir: string
  readonly maxPageSize: number
}

/** The options of a command line without any. */
export const defaultOptions: SimulatorOptions = {
  port: 9398,
  host: '127.0.0.1',
  seed: 7,
  policies: 60,
  vms: 12,
  days: 30,
  jsonCase: 'camel',
  now: undefined,
  speed: 1,
  latencyMs: 0,
  idleMinutes: 15,
  bom: false,
  control: false,
  certDir: './data/simulator',
  maxPageSize: 1000,
}

/** What the command line asks for. `message` is one sentence that names what is wrong. */
export type CommandLine =
  | { readonly kind: 'run'; readonly options: SimulatorOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string }

type Change = Partial<SimulatorOptions>

class WrongValue extends Error {}

interface Flag {
  readonly value: string | undefined
  readonly about: string
  readonly read: (value: string) => Change
}

function numberFlag(
  about: string,
  range: { readonly least: number; readonly most: number; readonly whole: boolean },
  change: (value: number) => Change,
): Flag {
  const what = `${range.whole ? 'a whole number' : 'a number'} from ${range.least} to ${range.most}`
  return {
    value: 'N',
    about,
    read: (text) => {
      const value = Number(text)
      const wrong = text.trim() === '' || !(value >= range.least && value <= range.most)
      if (wrong || (range.whole && !Number.isInteger(value))) throw new WrongValue(what)
      return change(value)
    },
  }
}

function textFlag(about: string, value: string, change: (value: string) => Change): Flag {
  return {
    value,
    about,
    read: (text) => {
      if (text === '') throw new WrongValue('a text that is not empty')
      return change(text)
    },
  }
}

function switchFlag(about: string, change: Change): Flag {
  return { value: undefined, about, read: () => change }
}

function readCase(text: string): Change {
  if (text !== 'camel' && text !== 'pascal') throw new WrongValue('camel or pascal')
  return { jsonCase: text }
}

function readNow(text: string): Change {
  const now = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (!(now >= Date.UTC(2021, 0) && now < Date.UTC(2048, 0))) {
    throw new WrongValue('an ISO 8601 time from 2021 to 2047, such as 2026-11-23T14:30:00Z')
  }
  return { now }
}

const whole = (least: number, most: number) => ({ least, most, whole: true })
const any = (least: number, most: number) => ({ least, most, whole: false })

const flags: Record<string, Flag> = {
  port: numberFlag('port to listen on, 0 for a free one', whole(0, 65_535), (port) => ({ port })),
  host: textFlag('address to listen on', 'ADDRESS', (host) => ({ host })),
  seed: numberFlag('what all chance comes from', whole(0, 2 ** 31), (seed) => ({ seed })),
  policies: numberFlag('number of policies', whole(1, 50_000), (policies) => ({ policies })),
  vms: numberFlag('VMs per policy, on average', whole(1, 1_000), (vms) => ({ vms })),
  days: numberFlag('days of history', whole(1, 999), (days) => ({ days })),
  'json-case': {
    value: 'CASE',
    about: 'names in JSON: camel (v13) or pascal (v12)',
    read: readCase,
  },
  now: { value: 'TIME', about: 'what time it is at the start', read: readNow },
  speed: numberFlag('how fast time passes', any(0, 100_000), (speed) => ({ speed })),
  'latency-ms': numberFlag('delay of every answer', whole(0, 600_000), (latencyMs) => ({
    latencyMs,
  })),
  'idle-minutes': numberFlag('idle time-out of logons', any(0.001, 100_000), (idleMinutes) => ({
    idleMinutes,
  })),
  bom: switchFlag('a byte order mark before every body', { bom: true }),
  control: switchFlag('switch on /__simulator, on loopback only', { control: true }),
  'cert-dir': textFlag('where the certificate is kept', 'DIR', (certDir) => ({ certDir })),
  'max-page-size': numberFlag('the largest pageSize taken', whole(1, 100_000), (maxPageSize) => ({
    maxPageSize,
  })),
}

function helpText(): string {
  const lines = Object.entries(flags).map(([name, flag]) => {
    const usage = `--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`
    return `  ${usage.padEnd(22)}${flag.about}`
  })
  return ['A simulated Veeam Backup Enterprise Manager.', '', 'Options:', ...lines].join('\n')
}

/** Reads the command line (without node and script). */
export function readCommandLine(args: readonly string[]): CommandLine {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      { type: flag.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  let read = defaultOptions
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      return { kind: 'wrong', message: `Unexpected argument "${token.value}"; see --help.` }
    }
    if (token.name === 'help') return { kind: 'help', text: helpText() }
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined
    if (!flag) return { kind: 'wrong', message: `Unknown option ${token.rawName}; see --help.` }
    if (flag.value === undefined && token.value !== undefined) {
      return { kind: 'wrong', message: `Option ${token.rawName} takes no value.` }
    }
    if (flag.value !== undefined && token.value === undefined) {
      return { kind: 'wrong', message: `Option ${token.rawName} needs a value (${flag.about}).` }
    }
    try {
      read = { ...read, ...flag.read(token.value ?? '') }
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error
      return {
        kind: 'wrong',
        message: `Option ${token.rawName} must be ${error.message}, not "${token.value}".`,
      }
    }
  }
  return { kind: 'run', options: read }
}
