/** What a variable part of a text stands for. */
const variableKinds = [
  'VM',
  'policy',
  'session',
  'server',
  'proxy',
  'host',
  'address',
  'id',
  'URL',
  'path',
  'user',
  'datastore',
  'location',
  'name',
  'number',
  'version',
  'size',
  'duration',
  'percent',
  'time',
] as const
export type VariableKind = (typeof variableKinds)[number]

const placeholders: ReadonlyMap<VariableKind, string> = new Map(
  variableKinds.map((kind) => [kind, `‹${kind}›`]),
)
const kindsByPlaceholder: ReadonlyMap<string, VariableKind> = new Map(
  Array.from(placeholders, ([kind, printed]) => [printed, kind]),
)

/** How a template prints a variable part: `‹VM›`. */
export function placeholderOf(kind: VariableKind): string {
  return placeholders.get(kind) ?? ''
}

const placeholder = /‹[A-Za-z]{2,9}›/y

/** The kind of the placeholder that begins at this place of a text, so that a template can be read as a text. */
export function placeholderAt(text: string, at: number): VariableKind | undefined {
  placeholder.lastIndex = at
  const found = placeholder.exec(text)?.[0]
  return found === undefined ? undefined : kindsByPlaceholder.get(found)
}
