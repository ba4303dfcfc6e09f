import { useTable } from '@tanstack/react-table'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { taskOf } from './live-rows-fixture.ts'
import {
  holdsText,
  orderOf,
  sortingOf,
  taskColumns,
  taskOrders,
  taskTableFeatures,
} from './task-columns.ts'
import { vmRowsOf } from './task-rows.ts'

const rows = vmRowsOf({ state: 'Working' }, [
  taskOf('d', 'Success', null, { hour: 3, totalSize: 30 }),
  taskOf('c', 'Failed', 'Disk full', { hour: 1, totalSize: 10 }),
  taskOf('b', 'None', null, { hour: 5, totalSize: null, state: 'Pending' }),
  taskOf('a', 'Warning', 'Connection lost', {
    hour: 2,
    totalSize: 20,
    endTimeUTC: '2026-11-22T09:00:00.000Z',
  }),
])

/** The VMs as the table lists them in this order. */
function listed(order: string, needle = ''): string {
  const found: string[] = []
  function Probe() {
    const table = useTable({
      features: taskTableFeatures,
      columns: taskColumns,
      data: rows,
      globalFilterFn: holdsText,
      state: { sorting: sortingOf(order), globalFilter: needle },
    })
    found.push(...table.getRowModel().rows.map((row) => row.original.vm))
    return null
  }
  renderToStaticMarkup(createElement(Probe))
  return found.join('')
}

describe('the columns of the table of VMs', () => {
  it.each([
    ['result', 'cabd'],
    ['-result', 'dbac'],
    ['vm', 'abcd'],
    ['-vm', 'dcba'],
    ['reason', 'acbd'],
    ['-reason', 'cabd'],
    ['state', 'acdb'],
    ['-size', 'dacb'],
    ['size', 'cadb'],
    ['-started', 'bdac'],
    ['started', 'cadb'],
    ['ended', 'abcd'],
    ['-ended', 'abcd'],
  ])('sorted by %s', (order, vms) => expect(listed(order)).toBe(vms))

  it.each([
    ['lost', 'a'],
    ['C', 'ca'],
    ['nowhere', ''],
  ])('filtered by %s', (needle, vms) => expect(listed('result', needle)).toBe(vms))

  it('offers both ways of every column, each read back as it was', () => {
    expect(new Set(taskOrders.map(({ value }) => value)).size).toBe(taskColumns.length * 2)
    for (const { value } of taskOrders) expect(orderOf(sortingOf(value))).toBe(value)
  })
})
