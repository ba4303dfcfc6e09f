import { parse } from 'bowser'

const longest = 60

/** Which browser it is and on what, by how it names itself: `Chrome 140 on Linux`. One that is not known is told as it is, cut. */
export function browserWords(userAgent: string): string {
  if (userAgent.trim() === '') return 'a browser that names itself not'
  const { browser, os } = parse(userAgent)
  if (!browser.name) return userAgent.slice(0, longest)
  const [version = ''] = (browser.version ?? '').split('.')
  const name = [browser.name, version].filter(Boolean).join(' ')
  return os.name ? `${name} on ${os.name}` : name
}
