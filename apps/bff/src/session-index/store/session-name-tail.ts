import { fold } from './fold.ts'

/**
 * What is searched of a session's name beside the name of its policy, folded: EM calls a session
 * `policy@time`, and half a million names that repeat those of their policies would only swell the
 * index. A name that does not begin so is searched as a whole.
 */
export function sessionNameTail(session: { name: string; policyName: string }): string {
  const { name, policyName } = session
  return fold(name.startsWith(`${policyName}@`) ? name.slice(policyName.length) : name)
}
