import { type BodyForm, formOf, trimBody } from './body-form.ts'
import { foldKeys } from './folded-record.ts'
import { pageMessage, readHtmlPage } from './html-page.ts'
import { readJson } from './json-text.ts'
import { markupTokens, readAttributes } from './markup.ts'
import { readNumber, readText } from './scalars.ts'
import { toSentence } from './sentence.ts'

/**
 * What an error body says. `message` is text for a person, never markup, on one line, at most 500
 * characters; empty where the body says nothing. `statusCode` is the one the body names, or null.
 */
export interface ErrorBody {
  readonly form: BodyForm
  readonly message: string
  readonly statusCode: number | null
}

/** Reads the body of an answer that is an error: EM's JSON or XML, or whatever stands before EM sends. Never throws. */
export function readErrorBody(text: string, contentType: string | undefined): ErrorBody {
  const body = trimBody(text)
  const form = formOf(body, contentType)
  switch (form) {
    case 'json':
      return readJsonError(body)
    case 'xml':
      return readXmlError(body)
    case 'html':
      return { form, message: pageMessage(readHtmlPage(body)), statusCode: null }
    case 'text':
    case 'empty':
      return { form, message: toSentence(body), statusCode: null }
  }
}

function readJsonError(body: string): ErrorBody {
  const json = readJson(body)
  const error = json.ok ? foldKeys(json.value) : null
  if (error === null) {
    return { form: json.ok ? 'json' : 'text', message: toSentence(body), statusCode: null }
  }
  // `detail` and `title` are those of RFC 9457, which gateways send.
  const texts = ['message', 'firstchanceexceptionmessage', 'detail', 'title'].map((key) =>
    readText(error.get(key)),
  )
  const statusCode = readStatus(error.get('statuscode') ?? error.get('status'))
  const hasText = texts.some((text) => text !== null)
  return { form: 'json', message: hasText ? joinTexts(texts) : toSentence(body), statusCode }
}

/** EM has `Message` and `StatusCode` as attributes of `Error`, `FirstChanceExceptionMessage` as an element in it. */
function readXmlError(body: string): ErrorBody {
  const fields = new Map<string, string>()
  const texts: string[] = []
  let element: string | null = null
  let isRoot = true
  for (const token of markupTokens(body)) {
    if (token.kind === 'open') {
      if (isRoot) for (const [name, value] of readAttributes(token.source)) fields.set(name, value)
      isRoot = false
      element = token.source.endsWith('/') ? null : token.name
    } else if (token.kind === 'close') {
      element = null
    } else if (token.kind === 'text') {
      texts.push(token.text)
      if (element !== null) fields.set(element, (fields.get(element) ?? '') + token.text)
    }
  }
  const message = joinTexts([
    readText(fields.get('message')),
    readText(fields.get('firstchanceexceptionmessage')),
  ])
  const statusCode = readStatus(fields.get('statuscode'))
  return { form: 'xml', message: message || toSentence(texts.join(' ')), statusCode }
}

/** Several texts of one error as one, each said once. */
function joinTexts(texts: readonly (string | null)[]): string {
  let joined = ''
  for (const text of texts) {
    const said = toSentence(withoutPage(text ?? ''))
    if (said === '' || joined.includes(said)) continue
    joined = joined === '' ? said : `${joined} (${said})`
  }
  return toSentence(joined)
}

/** A gateway's page may stand within a message. Other markup in it is part of what is said, such as a filter that is quoted. */
function withoutPage(text: string): string {
  return /^\s*<(?:!doctype|html)\b/i.test(text) ? pageMessage(readHtmlPage(text)) : text
}

function readStatus(value: unknown): number | null {
  const status = readNumber(value)
  return status !== null && Number.isInteger(status) && status >= 100 && status <= 599
    ? status
    : null
}
