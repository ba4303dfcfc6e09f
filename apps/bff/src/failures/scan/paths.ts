import { charClass, classAt } from './character-class.ts'
import type { Found } from './found.ts'
import { linkEnd } from './links.ts'
import { isWordAt } from './word-run.ts'

const drive = /[a-z]:[\\/](?![\\/])/y
const share = /\\\\[?.]?\\?[\p{L}\p{N}]/uy
/** One folder whose name holds blanks, such as `Program Files (x86)`: at most three words, then a separator. */
const spacedFolder = /[^\s\\/:*?"<>|,;.'[\]]{1,60}(?: [^\s\\/:*?"<>|,;.'[\]]{1,60}){1,2}[\\/]/y
const plainFolder = /[^\s\\/:*?"<>|,;'[\]]{1,120}[\\/]{1,2}/y

const unspaced = /[\u3040-\u30ff\u3400-\u9fff]/

/** The end of a path whose root ends here. A last part with blanks cannot be told from the sentence. */
function foldersEnd(folded: string, root: number): number {
  let at = root
  for (;;) {
    plainFolder.lastIndex = at
    spacedFolder.lastIndex = at
    if (plainFolder.test(folded)) at = plainFolder.lastIndex
    else if (spacedFolder.test(folded)) at = spacedFolder.lastIndex
    else return linkEnd(folded, at, unspaced.test(folded.slice(root, at)))
  }
}

function windowsPathAt(folded: string, at: number): Found | undefined {
  for (const root of [drive, share]) {
    root.lastIndex = at
    if (root.test(folded)) {
      const from = root === share ? root.lastIndex - 1 : root.lastIndex
      return { kind: 'path', end: foldersEnd(folded, from) }
    }
  }
  return undefined
}

/** A path from the root. `I/O`, `and/or` and `</b>` begin none. */
function unixPathAt(folded: string, at: number): Found | undefined {
  const before = folded.charAt(at - 1)
  if (isWordAt(folded, at - 1) || before === '<' || before === '/') return undefined
  if (!isPathLetter(folded, at + 1)) return undefined
  return { kind: 'path', end: foldersEnd(folded, at + 1) }
}

function isPathLetter(folded: string, at: number): boolean {
  const found = classAt(folded, at)
  return found >= charClass.latin && found <= charClass.underscore
}

/** The Windows, UNC or Unix path that begins at this place of a folded text. */
export function pathAt(folded: string, at: number): Found | undefined {
  return folded.charAt(at) === '/' ? unixPathAt(folded, at) : windowsPathAt(folded, at)
}

const withFolder = /[^\s\\/:*?"<>|,;'[\]]{1,120}(?: [^\s\\/:*?"<>|,;'[\]]{1,60}){0,2}\//y

/** The path on a datastore, `sql/sql.vmx`, that begins at this place of a folded text. */
export function relativePathAt(folded: string, at: number): Found | undefined {
  withFolder.lastIndex = at
  if (!withFolder.test(folded)) return undefined
  return { kind: 'path', end: foldersEnd(folded, at) }
}
