import { test } from './fixtures.ts'
import { testRows } from './rows.ts'

/** Enterprise Manager 13 writes its keys in camel case. */
test.use({ simulatorOptions: { jsonCase: 'camel', bom: false } })
testRows()
