import { formOf, trimBody } from './body-form.ts'
import { readHtmlPage } from './html-page.ts'
import { toSentence } from './sentence.ts'

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

const longestExcerpt = 80

/** Parses a body as JSON, with or without a byte order mark. Where it is none, `problem` is a sentence on what it is instead. */
export function readJson(text: string): JsonReading {
  const body = trimBody(text)
  try {
    const value: unknown = JSON.parse(body)
    return { ok: true, value }
  } catch {
    // The engine's own message names no form, differs between engines and quotes the body at length.
    return { ok: false, problem: describe(body) }
  }
}

function describe(body: string): string {
  switch (formOf(body, undefined)) {
    case 'empty':
      return 'The answer is empty.'
    case 'html': {
      const { title, text } = readHtmlPage(body)
      return `The answer is an HTML page, not JSON: ${toSentence(title || text, longestExcerpt)}`
    }
    case 'xml':
      return 'The answer is XML, not JSON.'
    case 'json':
      return breaksOff(body)
        ? `The answer is JSON that breaks off after ${body.length} characters.`
        : 'The answer looks like JSON but does not parse.'
    case 'text':
      return `The answer is text, not JSON: ${toSentence(body, longestExcerpt)}`
  }
}

/** Whether a text, an object or an array is still open at the end. */
function breaksOff(body: string): boolean {
  let open = 0
  let inText = false
  for (let index = 0; index < body.length; index += 1) {
    const character = body[index]
    if (inText && character === '\\') index += 1
    else if (character === '"') inText = !inText
    else if (inText) continue
    else if (character === '{' || character === '[') open += 1
    else if (character === '}' || character === ']') open -= 1
  }
  return inText || open > 0
}
