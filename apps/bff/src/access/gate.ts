import { accessRoutes, paths, wallPaths } from '@cdp-watch/contract'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { firstSegment } from '../http/first-segment.ts'
import { AccessStore } from './access-store.ts'
import { Audit } from './audit.ts'
import type { CheckCredentials } from './check-credentials.ts'
import { LoginCookie } from './login-cookie.ts'
import { Logins } from './logins.ts'
import { proxyName } from './proxy-name.ts'
import { SignIn } from './sign-in.ts'
import { noteViewer, type Person, type Viewer } from './viewer.ts'
import { linkRevoked, type WallScreens } from './wall-screens.ts'

const lookEveryMs = 5000

interface GateOptions {
  config: Pick<Config, 'access' | 'front' | 'dataDir'>
  check: CheckCredentials
  log: Logger
  screens: Pick<WallScreens, 'mayView'>
}

/** All that a screen with a wall link may ask for. */
const shownOnWalls: ReadonlySet<string> = new Set([wallPaths.overview, paths.events])

/** What signing in needs; there is none where access is open or a proxy's business. */
export interface SigningIn {
  signIn: SignIn
  logins: Logins
  cookie: LoginCookie
}

/** Says who may look, and lets nobody else through to the interface. */
export class Gate {
  readonly audit: Audit
  readonly signingIn: SigningIn | undefined
  readonly #config: GateOptions['config']
  readonly #store: AccessStore
  readonly #screens: GateOptions['screens']
  #timer: NodeJS.Timeout | undefined

  constructor({ config, check, log, screens }: GateOptions) {
    const { access, front, dataDir } = config
    const store = new AccessStore(dataDir, log)
    this.#config = config
    this.#store = store
    this.#screens = screens
    this.audit = new Audit(store, log)
    if (access.kind !== 'em') return
    this.signingIn = {
      signIn: new SignIn({ limits: access, check, audit: this.audit, store }),
      cookie: new LoginCookie(front),
      logins: new Logins({
        ...access,
        store,
        onEnded: ({ name }) => this.audit.note({ kind: 'sign-in-ended', name, address: '' }),
      }),
    }
  }

  /** Opens what is on disk. Throws AccessUnusable. */
  open(): void {
    this.signingIn?.signIn.load()
    this.signingIn?.logins.load(this.#store.logins())
    this.audit.flush()
  }

  /** Begins to end what has run out. */
  start(): void {
    this.#timer = setInterval(() => {
      this.signingIn?.logins.endOverdue()
      this.audit.flush()
    }, lookEveryMs)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.audit.flush()
    this.#store.close()
  }

  /** The person who sends a request; undefined where it is nobody who may look. */
  identify(req: Request): Person | undefined {
    const { access, front } = this.#config
    switch (access.kind) {
      case 'open':
        return { kind: 'open' }
      case 'header': {
        const name = proxyName(req, access.header, front.proxies)
        return name === undefined ? undefined : { kind: 'header', name }
      }
      case 'em':
        return this.#identifyLogin(req)
    }
  }

  /** Refuses all of the interface, however its address is written, to who may not look; the sign-in is open to all. */
  readonly guard: RequestHandler = (req, res, next) => {
    if (firstSegment(req.path) !== 'api' || req.path === accessRoutes.signIn.path) return next()
    const viewer = this.identify(req) ?? this.#identifyScreen(req)
    if (!viewer) throw new AppError('not-signed-in', this.#refusal)
    noteViewer(req, viewer)
    const id = viewer.kind === 'em' ? this.signingIn?.cookie.read(req) : undefined
    if (id !== undefined) this.signingIn?.logins.hold(id, res)
    next()
  }

  get #refusal(): string {
    return this.#config.access.kind === 'em'
      ? 'Sign in with your account of Enterprise Manager.'
      : 'Come through the reverse proxy that people sign in at.'
  }

  /** Throws an AppError for a link that is not good any more, so that the screen can say so. */
  #identifyScreen(req: Request): Viewer | undefined {
    if (!shownOnWalls.has(req.path)) return undefined
    const view = this.#screens.mayView(req)
    if (view.kind === 'refused') throw linkRevoked()
    return view.kind === 'wall' ? view : undefined
  }

  #identifyLogin(req: Request): Person | undefined {
    const id = this.signingIn?.cookie.read(req)
    const login = id === undefined ? undefined : this.signingIn?.logins.use(id)
    return login && { kind: 'em', ...login }
  }
}
