import { test } from './fixtures.ts'
import { testRows } from './rows.ts'

/** Enterprise Manager 12 writes its keys in pascal case. */
test.use({ simulatorOptions: { jsonCase: 'pascal', bom: true } })
testRows()
