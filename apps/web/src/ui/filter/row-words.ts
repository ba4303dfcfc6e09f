import { type EntityType, type FilterRow, findField, operatorLabels } from '@cdp-watch/em-filter'
import { formatPrecise } from '../format-time.ts'
import type { ZoneChoice } from '../time-zone.ts'

/** A row of the filter as people read it: "Policy", "is not", ["Web farm", "SAP prod"]. */
export interface RowWords {
  readonly label: string
  readonly operator: string
  readonly values: readonly string[]
}

const longestName = 160

/** A value of a filter for people: times in the chosen zone, yes and no, "(empty)" for the empty text. */
function valueWords(type: EntityType, field: string, value: string, zone: ZoneChoice): string {
  if (value === '') return '(empty)'
  switch (findField(type, field)?.kind) {
    case 'time':
      return formatPrecise(value, zone)
    case 'boolean':
      return value === 'true' ? 'yes' : 'no'
    default:
      return value
  }
}

/** The words of a row; a field that the type does not have is shown by its own name. */
export function rowWords(type: EntityType, row: FilterRow, zone: ZoneChoice): RowWords {
  const field = findField(type, row.field)
  return {
    label: field?.label ?? row.field,
    operator: (field && operatorLabels[field.kind][row.operator]) ?? row.operator,
    values: row.values.map((value) => valueWords(type, row.field, value, zone)),
  }
}

/** One line, short enough to be read out as the name of a button. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > longestName ? `${line.slice(0, longestName).toWellFormed()}…` : line
}

/** The row as one line: `Policy is not Web farm, SAP prod`. */
export function rowSentence({ label, operator, values }: RowWords): string {
  return shortened(`${label} ${operator} ${values.join(', ')}`)
}
