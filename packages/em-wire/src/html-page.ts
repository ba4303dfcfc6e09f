import { markupTokens } from './markup.ts'
import { toSentence } from './sentence.ts'

/** What a person would read of a page: its title, and its text. */
export interface HtmlPage {
  readonly title: string
  readonly text: string
}

/** Reads a page as text; anything is taken, well-formed or cut off. */
export function readHtmlPage(html: string): HtmlPage {
  const titles: string[] = []
  const texts: string[] = []
  let element = ''
  for (const token of markupTokens(html)) {
    if (token.kind === 'text') (element === 'title' ? titles : texts).push(token.text)
    else element = token.kind === 'open' ? token.name : ''
  }
  return { title: toSentence(titles.join(' ')), text: toSentence(texts.join(' ')) }
}

/** The page in one line: its title, then what its text says beyond it. */
export function pageMessage({ title, text }: HtmlPage): string {
  if (title === '' || text.startsWith(title)) return text
  return text === '' ? title : toSentence(`${title}: ${text}`)
}
