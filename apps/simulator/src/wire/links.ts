import type { WireObject } from './value.ts'

/** Another host than the one that was asked, as EM's answers have it: a client may use the paths, never the host. */
const base = 'https://em01.demo.lab:9398/api'

/** The absolute address of a path below /api, which begins with a slash. */
export function hrefOf(path: string): string {
  return base + path
}

/** A link in an answer. */
export function link(
  rel: string,
  path: string,
  type: string | null,
  name: string | null = null,
): WireObject {
  return { Rel: rel, Href: hrefOf(path), Name: name, Type: type }
}
