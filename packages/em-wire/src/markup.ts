import { decodeReferences } from './character-references.ts'

/** A piece of XML or HTML. Names are lower-cased and without prefix; `source` is what the tag holds after its name. */
export type MarkupToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'doctype'; readonly name: string }
  | { readonly kind: 'open'; readonly name: string; readonly source: string }
  | { readonly kind: 'close' }

interface Step {
  readonly token: MarkupToken | null
  readonly end: number
}

/** The cause stands at the beginning of an error body; the length bounds what a hostile one can cost. */
const longestMarkup = 65_536

/**
 * Takes markup apart, in one pass over its first 64 k characters that never looks at a piece twice.
 * Takes anything, well-formed or cut off. Text comes with its references decoded; comments,
 * processing instructions, scripts and styles are left out.
 */
export function* markupTokens(markup: string): Generator<MarkupToken> {
  const source = markup.slice(0, longestMarkup)
  let at = 0
  while (at < source.length) {
    const { token, end } = source[at] === '<' ? tagAt(source, at) : textAt(source, at)
    if (token !== null) yield token
    at = end
  }
}

function textAt(source: string, at: number): Step {
  const end = indexAfter(source, at + 1, '<', 0)
  return { token: { kind: 'text', text: decodeReferences(source.slice(at, end)) }, end }
}

function tagAt(source: string, at: number): Step {
  if (source.startsWith('<!--', at)) return { token: null, end: indexAfter(source, at, '-->', 3) }
  if (source.startsWith('<?', at)) return { token: null, end: indexAfter(source, at, '?>', 2) }
  if (source.startsWith('<![CDATA[', at)) {
    const text = source.slice(at + '<![CDATA['.length, indexAfter(source, at, ']]>', 0))
    return { token: { kind: 'text', text }, end: indexAfter(source, at, ']]>', 3) }
  }
  if (!/^[a-z_!/]$/i.test(source[at + 1] ?? '')) return textAt(source, at)
  const end = endOfTag(source, at)
  const inner = source.slice(at + 1, source[end - 1] === '>' ? end - 1 : end)
  if (inner.startsWith('/')) return { token: { kind: 'close' }, end }
  const [word = '', ...others] = inner.split(/[\s/]/, 2)
  if (word.startsWith('!')) {
    return { token: { kind: 'doctype', name: others[0]?.toLowerCase() ?? '' }, end }
  }
  const name = word.slice(word.indexOf(':') + 1).toLowerCase()
  const token = { kind: 'open', name, source: inner.slice(word.length) } as const
  return { token, end: name === 'script' || name === 'style' ? endOfRaw(source, end, name) : end }
}

/** After the `>` that ends the tag, which is none of those within quotes. */
function endOfTag(source: string, at: number): number {
  let quote = ''
  for (let index = at + 1; index < source.length; index += 1) {
    const character = source[index] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index + 1
  }
  return source.length
}

/** Before the end tag of an element whose content is no markup. */
function endOfRaw(source: string, at: number, name: 'script' | 'style'): number {
  const endTag = name === 'script' ? /<\/script/gi : /<\/style/gi
  endTag.lastIndex = at
  return endTag.exec(source)?.index ?? source.length
}

function indexAfter(source: string, from: number, searched: string, added: number): number {
  const index = source.indexOf(searched, from)
  return index === -1 ? source.length : index + added
}

/** The attributes of an `open` token's source, decoded, under lower-cased names without prefix. */
export function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  let at = 0
  for (;;) {
    const equals = source.indexOf('=', at)
    if (equals === -1) return attributes
    const name = source.slice(at, equals).trim().split(/\s/).at(-1) ?? ''
    const value = valueAfter(source, equals + 1)
    attributes.set(name.slice(name.indexOf(':') + 1).toLowerCase(), decodeReferences(value.text))
    at = value.end
  }
}

function valueAfter(source: string, at: number): { text: string; end: number } {
  let start = at
  while (/^\s$/.test(source[start] ?? '')) start += 1
  const quote = source[start]
  if (quote === '"' || quote === "'") {
    const end = indexAfter(source, start + 1, quote, 0)
    return { text: source.slice(start + 1, end), end: end + 1 }
  }
  const space = /\s/g
  space.lastIndex = start
  const end = space.exec(source)?.index ?? source.length
  return { text: source.slice(start, end), end }
}
