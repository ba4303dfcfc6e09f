import type { Asked as AskedOfEm } from '@cdp-watch/contract'
import { evaluate, type FilterTree, findField, parse } from '@cdp-watch/em-filter'
import { type Asked, complaint } from './asked.ts'

interface LiveAnswer {
  items: readonly Readonly<Record<string, unknown>>[]
  page: { number: number; size: number }
  query: AskedOfEm
}

/** What a live answer has that was not asked for. */
export function beyondLive(asked: Asked, { items, page, query }: LiveAnswer): string[] {
  const filter = parse(asked.one('filter') ?? '', query.type)
  const isComparable = filter.ok && comparesAsEmDoes(filter.tree, query)
  return [
    ...complaint(query.type.toLowerCase() === asked.one('type')?.toLowerCase(), 'another type'),
    ...complaint(items.length <= Number(asked.one('pageSize') ?? 100), 'more than a page'),
    ...complaint(page.size === Number(asked.one('pageSize') ?? 100), 'another size of page'),
    ...items.flatMap((item) =>
      complaint(
        !isComparable || evaluate(filter.tree, query.type, item),
        `this does not pass ${query.filter}: ${JSON.stringify(item)}`,
      ),
    ),
  ]
}

/** EM compares texts by their case, `evaluate` does not, and ranks words that are not documented: such comparisons may differ. */
function comparesAsEmDoes(tree: FilterTree | undefined, query: AskedOfEm): boolean {
  if (tree === undefined) return true
  if (tree.kind !== 'condition') {
    return tree.children.every((child) => comparesAsEmDoes(child, query))
  }
  const kind = findField(query.type, tree.field)?.kind
  if (kind === 'enum') return tree.operator === '==' || tree.operator === '!='
  return kind !== 'text' || tree.operator === '=='
}
