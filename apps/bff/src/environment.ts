import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { accessKinds } from '@cdp-watch/contract'
import * as z from 'zod'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const examplePin =
  'AB:CD:…:12 (32 pairs; `npm run em:trust -- https://em.example.com:9398` prints it)'

const whole = (least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}, e.g. ${fallback}`)
    .transform(Number)
    .refine(
      (n) => n >= least && n <= most,
      `must be a whole number from ${least} to ${most}, e.g. ${fallback}`,
    )
    .default(fallback)

const yes = z.enum(['true', 'false'], 'must be true or false, e.g. false').default('false')

const file = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    context.addIssue(
      `names a file that cannot be read (${String(cause)}), e.g. /etc/cdp-watch/em.pem`,
    )
    return z.NEVER
  }
})

/** Node takes a CA file without any certificate in it for an empty one, and every connection fails then. */
const caFile = file.refine(
  holdsCertificates,
  'must be a file with certificates in PEM form (-----BEGIN CERTIFICATE-----), e.g. /etc/cdp-watch/em.pem',
)

function holdsCertificates(text: string): boolean {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  return blocks.length > 0 && blocks.every(isCertificate)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const emUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain =
    url &&
    ['/', '/api', '/api/'].includes(url.pathname) &&
    !url.search &&
    !url.hash &&
    !url.username &&
    !url.password
  if (!plain || url.protocol !== 'https:') {
    context.addIssue(
      'must be the https address of Enterprise Manager without user name or path, e.g. https://em.example.com:9398',
    )
    return z.NEVER
  }
  return url.origin
})

/** An address that people open: http or https, no more than host and port. */
const publicUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && url.href === `${url.origin}/` && /^https?:$/.test(url.protocol)
  if (isPlain) return url
  context.addIssue(
    'must be the address people open, without user name or path, e.g. https://cdp.example.com',
  )
  return z.NEVER
})

const listed = z.string().transform((text) => text.split(',').map((each) => each.trim()))
const hostName = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

const hostNames = listed.refine(
  (names) => names.every((name) => hostName.test(name)),
  'must be host names with commas between them, e.g. cdp,cdp.example.com',
)

/** Addresses and networks. Never "everybody": who is believed can say that a request comes from anywhere. */
const addresses = (whose: string) =>
  listed.transform((entries, context) => {
    const list = new BlockList()
    for (const entry of entries) {
      const [address = '', bits] = entry.split('/', 2)
      const family = isIP(address)
      const most = family === 6 ? 128 : 32
      if (family === 0 || !(bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && +bits <= most))) {
        context.addIssue(
          `must be addresses or networks of ${whose} with commas between them, e.g. 127.0.0.1,10.1.2.0/24`,
        )
        return z.NEVER
      }
      list.addSubnet(address, Number(bits ?? most), family === 6 ? 'ipv6' : 'ipv4')
    }
    return list
  })

const frameAncestors = listed.refine(
  (origins) => origins.every((each) => URL.canParse(each) && new URL(each).origin === each),
  'must be origins with commas between them, e.g. https://wall.example.com',
)

/** Every variable that is read, each by itself; what they mean together is for `readConfig`. */
export const environmentSchema = z.object({
  EM_URL: emUrl.optional(),
  EM_USERNAME: z
    .string()
    .regex(/^[^:]*$/, 'must not hold a colon, e.g. DOMAIN\\user')
    .optional(),
  EM_PASSWORD: z.string().optional(),
  EM_PASSWORD_FILE: file.optional(),
  EM_CA_FILE: caFile.optional(),
  EM_CERT_SHA256: z
    .string()
    .transform((pin) => pin.replaceAll(':', '').toUpperCase())
    .refine(
      (pin) => /^[0-9A-F]{64}$/.test(pin),
      `must be a SHA-256 fingerprint, e.g. ${examplePin}`,
    )
    .optional(),
  EM_TLS_INSECURE: yes,
  EM_PAGE_SIZE: whole(1, 10_000, 500),
  EM_POLL_SECONDS: whole(5, 3600, 30),
  EM_TIMEOUT_SECONDS: whole(1, 600, 60),
  EM_LIVE_REQUESTS: whole(1, 32, 4),
  EM_LIVE_QUEUE: whole(0, 1000, 32),
  HISTORY_DAYS: whole(1, 999, 30),
  RETENTION_DAYS: whole(1, 3650, 400),
  SCHEDULE_ZONE: z
    .string()
    .refine(isTimeZone, 'must be the name of a time zone, e.g. Europe/Oslo')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535, 8080),
  PUBLIC_URL: publicUrl.optional(),
  ALLOWED_HOSTS: hostNames.optional(),
  TRUST_PROXY: addresses('reverse proxies').optional(),
  METRICS_ALLOW: addresses('those that read the metrics').prefault('127.0.0.0/8,::1'),
  TLS_CERT_FILE: file.optional(),
  TLS_KEY_FILE: file.optional(),
  FRAME_ANCESTORS: frameAncestors.optional(),
  ACCESS: z.enum(accessKinds, `must be one of ${accessKinds.join(', ')}, e.g. em`).optional(),
  ACCESS_OPEN_ANYWHERE: yes,
  ACCESS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a header, e.g. X-Forwarded-User')
    .default('X-Forwarded-User'),
  SIGN_IN_HOURS: whole(1, 720, 24),
  SIGN_IN_IDLE_MINUTES: whole(5, 10_080, 480),
  SIGN_IN_FAILURES: whole(1, 9, 3),
  SIGN_IN_PAUSE_MINUTES: whole(5, 1440, 35),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}, e.g. info`).default('info'),
})
export type Environment = z.output<typeof environmentSchema>
