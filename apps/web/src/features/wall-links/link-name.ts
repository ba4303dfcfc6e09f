import { longestWallLinkName, type WallLink } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'

/** What is wrong with a name for a new link, in a sentence; undefined where it is good. */
export function nameProblem(
  name: string,
  links: readonly Pick<WallLink, 'name' | 'revokedUTC'>[],
): string | undefined {
  const given = name.trim()
  if (given === '') return 'Name the screen, so that people know which one it is.'
  if (given.length > longestWallLinkName) {
    const over = countOf(given.length - longestWallLinkName, 'character')
    return `At most ${longestWallLinkName} characters: this is ${over} too long.`
  }
  const isTaken = links.some((link) => link.revokedUTC === null && isSame(link.name, given))
  return isTaken
    ? `“${given}” has a wall link already. Take another name, or revoke that link first.`
    : undefined
}

/** As the server compares them. */
function isSame(one: string, other: string): boolean {
  const fold = (name: string) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return fold(one) === fold(other)
}
