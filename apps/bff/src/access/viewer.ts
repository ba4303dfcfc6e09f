import type { IncomingMessage } from 'node:http'
import type { Me } from '@cdp-watch/contract'
import type { Request } from 'express'

/** A person who looks: nobody in particular where access is open. */
export type Person =
  | { kind: 'open' }
  | { kind: 'header'; name: string }
  | { kind: 'em'; name: string; endsMs: number }

/** Who looks: a person, or a screen by its wall link, which sees what the wall shows. */
export type Viewer = Person | { kind: 'wall'; link: string }

const viewers = new WeakMap<IncomingMessage, Viewer>()

/** Remembers who a request is from, for `viewerOf`. */
export function noteViewer(req: IncomingMessage, viewer: Viewer): void {
  viewers.set(req, viewer)
}

/** Who a request that was let through is from; undefined for one that everybody may send. */
export function viewerOf(req: IncomingMessage): Viewer | undefined {
  return viewers.get(req)
}

/** Name of who looks, or null. */
export function nameOf(viewer: Viewer | undefined): string | null {
  return viewer !== undefined && 'name' in viewer ? viewer.name : null
}

/** The answer of `GET /api/me`. */
export function meOf(viewer: Person): Me {
  return {
    access: viewer.kind,
    name: nameOf(viewer),
    endsUTC: viewer.kind === 'em' ? new Date(viewer.endsMs).toISOString() : null,
  }
}

/** Address a request came from, as a proxy that is believed says; an IPv4 address always as one. */
export function addressOf(req: Request): string {
  return (req.ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
}
