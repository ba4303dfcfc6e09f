import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  condition,
  conditionsOf,
  type EntityType,
  encode,
  entityTypes,
  type FilterField,
  type FilterOperator,
  type FilterRow,
  type FilterTree,
  fieldsOf,
  fromConditions,
  maxFilterDepth,
  maxFilterLength,
  normalize,
  parse,
  print,
  printForEm,
  tokenize,
} from './em-filter.ts'

const nasty = fc.constantFrom('"', '""', ';', ',', '(', ')', '==', '~=', '\\', '\n', '\r', '%', '+')
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
  )
  .map((text) => text.replaceAll('\0', ''))

const times = fc
  .tuple(
    fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }),
  )
  .chain(([date, fraction]) => {
    const iso = date.toISOString()
    return fc.constantFrom(iso.slice(0, 10), `${iso.slice(0, 19)}${fraction && `.${fraction}`}Z`)
  })

const valuesOf = (field: FilterField, operator: FilterOperator): fc.Arbitrary<string> => {
  switch (field.kind) {
    case 'uid':
    case 'text':
      return anyText
    case 'time':
      return times
    case 'number':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case 'enum': {
      const known = field.values ?? []
      const lower = known.map((value) => value.toLowerCase())
      const unknown = anyText.filter((text) => text !== '' && !lower.includes(text.toLowerCase()))
      const ranked = fc.constantFrom(...known)
      return operator === '==' || operator === '!=' ? fc.oneof(ranked, unknown) : ranked
    }
  }
}

const fieldAndOperator = (type: EntityType) =>
  fc
    .constantFrom(...fieldsOf(type))
    .chain((field) =>
      fc.record({ field: fc.constant(field), operator: fc.constantFrom(...field.operators) }),
    )

const treesOf = (type: EntityType): fc.Arbitrary<FilterTree> =>
  fc.letrec<{ tree: FilterTree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fieldAndOperator(type).chain(({ field, operator }) =>
        valuesOf(field, operator).map((value) => condition(field.name, operator, value)),
      ),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        children: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      }),
    ),
  })).tree

const typeAndTree = fc
  .constantFrom(...entityTypes)
  .chain((type) => treesOf(type).map((tree) => ({ type, tree })))

const rowsOf = (type: EntityType): fc.Arbitrary<FilterRow[]> =>
  fc.array(
    fieldAndOperator(type).chain(({ field, operator }) =>
      fc
        .array(valuesOf(field, operator), { minLength: 1, maxLength: 4 })
        .map((values) => ({ field: field.name, operator, values })),
    ),
    { maxLength: 5 },
  )

const numRuns = 1000

describe('any filter', () => {
  it('is the same after printing and parsing, also by way of a URL', () => {
    fc.assert(
      fc.property(typeAndTree, ({ type, tree }) => {
        const text = print(tree)
        fc.pre(text.length <= maxFilterLength)
        const expected = { ok: true, tree: normalize(tree) }
        expect(parse(text, type)).toEqual(expected)
        expect(parse(decodeURIComponent(encode(text)), type)).toEqual(expected)
        expect(encode(text)).toMatch(/^[A-Za-z0-9_.~%-]*$/)
      }),
      { numRuns },
    )
  })

  it('has a canonical text that printing keeps', () => {
    fc.assert(
      fc.property(typeAndTree, ({ type, tree }) => {
        const parsed = parse(print(tree), type)
        fc.pre(parsed.ok)
        expect(print(parsed.tree)).toBe(print(tree))
      }),
      { numRuns },
    )
  })

  it('is for EM what it is for the dashboard, or an error at its ~=', () => {
    fc.assert(
      fc.property(typeAndTree, ({ tree }) => {
        const text = print(tree)
        fc.pre(text.length <= maxFilterLength)
        const printed = printForEm(tree)
        if (printed.ok) {
          expect(printed.text).toBe(text)
          expect(tokenize(text).some(({ start, end }) => text.slice(start, end) === '~=')).toBe(
            false,
          )
        } else {
          expect(printed.error.code).toBe('contains-not-in-em')
          expect(text.slice(printed.error.start, printed.error.end)).toBe('~=')
        }
      }),
      { numRuns },
    )
  })

  it.each([1, 2, maxFilterDepth])('may nest %i deep', (depth) => {
    let tree: FilterTree = condition('Result', '==', 'Failed')
    for (let level = 0; level <= depth; level += 1) {
      tree = {
        kind: level % 2 === 0 ? 'and' : 'or',
        children: [condition('State', '!=', `"${level}"`), tree],
      }
    }
    expect(parse(print(tree), 'CdpReplicaSession')).toEqual({ ok: true, tree })
  })
})

describe('the rows of the builder', () => {
  it('are the same filter', () => {
    fc.assert(
      fc.property(typeAndTree, ({ tree }) => {
        const rows = conditionsOf(tree)
        fc.pre(rows !== undefined)
        expect(fromConditions(rows)).toEqual(normalize(tree))
      }),
      { numRuns },
    )
  })

  it('come back as they were, neighbouring "is not" of one field joined', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entityTypes).chain(rowsOf), (rows) => {
        const back = conditionsOf(fromConditions(rows))
        const joined: FilterRow[] = []
        for (const row of rows) {
          const last = joined.at(-1)
          if (last?.operator === '!=' && row.operator === '!=' && last.field === row.field) {
            joined[joined.length - 1] = { ...last, values: [...last.values, ...row.values] }
          } else joined.push(row)
        }
        expect(back).toEqual(joined)
      }),
      { numRuns },
    )
  })
})
