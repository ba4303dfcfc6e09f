import type { IncomingMessage } from 'node:http'
import type { Me } from '@cdp-watch/contract'
import type { Request } from 'express'

/** Who looks: nobody in particular where access is open. */
export type Viewer =
  | { kind: 'open' }
  | { kind: 'header'; name: string }
  | { kind: 'em'; name: string; endsMs: number }

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
  return viewer === undefined || viewer.kind === 'open' ? null : viewer.name
}

/** The answer of `GET /api/me`. */
export function meOf(viewer: Viewer): Me {
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
