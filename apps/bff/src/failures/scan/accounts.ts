import type { Found } from './found.ts'

const account = /[\p{L}\p{N}_.-]{1,64}\\[\p{L}\p{N}_.$-]{1,64}/uy
const mailbox = /[\p{L}\p{N}_.+-]{1,64}@[a-z0-9][a-z0-9.-]{1,200}/uy

/** The account (`DOMAIN\user`, `user@domain`) that begins at this place of a folded text. */
export function accountAt(folded: string, at: number): Found | undefined {
  for (const shape of [account, mailbox]) {
    shape.lastIndex = at
    if (shape.test(folded)) {
      let end = shape.lastIndex
      while (/[.-]/.test(folded.charAt(end - 1))) end -= 1
      return { kind: 'user', end }
    }
  }
  return undefined
}
