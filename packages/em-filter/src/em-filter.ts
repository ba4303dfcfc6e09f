export { type Completion, type CompletionOption, complete } from './complete.ts'
export { conditionsOf, type FilterRow, fromConditions } from './conditions.ts'
export { evaluate } from './evaluate.ts'
export {
  defaultSort,
  type EntityType,
  entityTypes,
  type FieldSort,
  type FilterField,
  fieldsOf,
  findEntityType,
  findField,
} from './fields.ts'
export {
  type FilterError,
  type FilterErrorCode,
  maxFilterDepth,
  maxFilterLength,
} from './filter-error.ts'
export {
  type ComparisonOperator,
  type FieldKind,
  type FilterOperator,
  operatorLabels,
} from './operators.ts'
export { type Parsed, parse } from './parse.ts'
export {
  encode,
  type ParsedForEm,
  type PrintedForEm,
  parseForEm,
  print,
  printForEm,
} from './print.ts'
export { type FilterToken, tokenize } from './tokenize.ts'
export {
  and,
  condition,
  type FilterCondition,
  type FilterGroup,
  type FilterTree,
  normalize,
  or,
} from './tree.ts'
export { type ReadValue, readValue } from './value.ts'
