import type { ApiAnswer, Settings } from '../api.ts'
import { errorBody } from './errors.ts'
import { camelName, printJson } from './json.ts'
import { itemName, printElement, printXml, xmlDeclaration, xmlNamespace } from './xml.ts'

/** A printed answer. A list is printed while it is sent: its text comes in pieces. */
export interface Printed {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Iterable<string>
}

type Form = 'json' | 'xml'

/** EM answers in JSON where the Accept header is exactly this, and in XML to all others, mixed ones included. */
export function formOf(accept: string | undefined): Form {
  return accept?.trim().toLowerCase() === 'application/json' ? 'json' : 'xml'
}

function contentType(form: Form): Record<string, string> {
  return { 'Content-Type': `application/${form}; charset=utf-8` }
}

function* printList(answer: Extract<ApiAnswer, { kind: 'list' }>, form: Form, settings: Settings) {
  const start = settings.bom ? '\uFEFF' : ''
  if (form === 'json') {
    const name = settings.jsonCase === 'camel' ? camelName(answer.name) : answer.name
    yield `${start}{${JSON.stringify(name)}:[`
    let separator = ''
    for (const item of answer.items) {
      yield separator + printJson(item, settings.jsonCase)
      separator = ','
    }
    yield ']}'
  } else {
    yield `${start}${xmlDeclaration}<${answer.root}${xmlNamespace}>`
    for (const item of answer.items) yield printElement(itemName(answer.name), item)
    yield `</${answer.root}>`
  }
}

/** Prints what a resource has answered. */
export function printAnswer(answer: ApiAnswer, form: Form, settings: Settings): Printed {
  if (answer.kind === 'nothing') return { status: 204, headers: {}, body: '' }
  if (answer.kind === 'list') {
    return { status: 200, headers: contentType(form), body: printList(answer, form, settings) }
  }
  const text =
    form === 'json' ? printJson(answer.body, settings.jsonCase) : printXml(answer.root, answer.body)
  return {
    status: answer.status,
    headers: { ...contentType(form), ...answer.headers },
    body: settings.bom ? `\uFEFF${text}` : text,
  }
}

/** Prints an error. */
export function printError(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>>,
  form: Form,
  settings: Settings,
): Printed {
  const body = errorBody(status, message)
  const text = form === 'json' ? printJson(body, settings.jsonCase) : printXml('Error', body)
  return {
    status,
    headers: { ...contentType(form), ...headers },
    body: settings.bom ? `\uFEFF${text}` : text,
  }
}
