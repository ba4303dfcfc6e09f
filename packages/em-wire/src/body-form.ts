import { markupTokens } from './markup.ts'

/** What a body is. `json` says that it begins as an object or array, not that it parses. */
export type BodyForm = 'json' | 'html' | 'xml' | 'text' | 'empty'

const htmlElements = new Set(['html', 'head', 'body', 'title', 'h1', 'h2', 'p', 'div', 'center'])
const htmlWithin = /<(?:!doctype|html|\/[a-z])/i

/** The text without a byte order mark (EM may send one) and without white space around it. */
export function trimBody(text: string): string {
  return text.replace(/^\uFEFF/, '').trim()
}

/**
 * The form of a trimmed body. Told by the text, because EM answers XML where JSON was asked for and
 * what stands before it labels as it likes; `contentType` decides only where the text leaves it open.
 */
export function formOf(body: string, contentType: string | undefined): BodyForm {
  if (body === '') return 'empty'
  if (body.startsWith('{') || body.startsWith('[')) return 'json'
  const saysHtml = contentType?.toLowerCase().includes('html') === true
  if (!/^<[a-z_!?]/i.test(body)) return saysHtml || htmlWithin.test(body) ? 'html' : 'text'
  for (const token of markupTokens(body)) {
    if (token.kind === 'doctype') return token.name === 'html' ? 'html' : 'xml'
    if (token.kind === 'open') return saysHtml || htmlElements.has(token.name) ? 'html' : 'xml'
  }
  return saysHtml ? 'html' : 'xml'
}
