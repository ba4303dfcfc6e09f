import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { exit, stderr } from 'node:process'
import { foreignLicences, printLicences } from './licence-list.ts'
import { lockedPackages } from './lock-file.ts'
import { root } from './root.ts'

/** `npm run licences`: writes docs/licences.md, and fails where a licence is not among those allowed. */
const packages = lockedPackages()
writeFileSync(path.join(root, 'docs/licences.md'), printLicences(packages))
const foreign = foreignLicences(packages)
for (const { name, version, license } of foreign)
  stderr.write(`${name} ${version} has the licence "${license}", which nobody has allowed yet.\n`)
exit(foreign.length === 0 ? 0 : 1)
