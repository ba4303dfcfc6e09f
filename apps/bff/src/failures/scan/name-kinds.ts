import type { VariableKind } from '../variable-kinds.ts'
import type { Context } from './context.ts'

/** What a name stands for, by the word before it. */
const kindsByWord: ReadonlyMap<string, VariableKind> = new Map([
  ['vm', 'VM'],
  ['machine', 'VM'],
  ['proxy', 'proxy'],
  ['host', 'host'],
  ['server', 'server'],
  ['datastore', 'datastore'],
  ['location', 'location'],
  ['user', 'user'],
])

/** The kind of a name that nothing but the words before it tells of. */
export function nameKindAfter(context: Context): VariableKind {
  return kindsByWord.get(context.last) ?? 'name'
}
