import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exit, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { runNode } from './child-process.ts'
import { type FailedTest, failedTests } from './failed-tests.ts'
import { root } from './root.ts'
import {
  addTallies,
  printTally,
  reportShapes,
  type Tally,
  tallyOfCheck,
  tallyOfReport,
} from './tally.ts'
import { type Tool, toolPath } from './tool.ts'
import { buildWeb } from './web-build.ts'

interface Step {
  name: string
  run(): Promise<Tally>
}

/** `--slow`: the slow tests as well. */
const { values: asked } = parseArgs({ options: { slow: { type: 'boolean', default: false } } })
const failed: FailedTest[] = []
const reports = mkdtempSync(path.join(tmpdir(), 'cdp-watch-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const steps: readonly Step[] = [
  // Biome colours its output for files as well.
  check('Format and lint', 'biome', ['ci', ...(stdout.isTTY ? [] : ['--colors=off']), '.']),
  check('Types of servers and packages', 'tsc', ['-p', 'tsconfig.json']),
  check('Types of the web app', 'tsc', ['-p', 'apps/web/tsconfig.json']),
  check('Types of end-to-end tests', 'tsc', ['-p', 'e2e/tsconfig.json']),
  { name: 'Import layers', run: checkLayers },
  check('Dead code', 'knip', []),
  { name: 'Unit and integration tests', run: () => runVitest('usual') },
  { name: 'Web build and its size', run: buildWebApp },
  { name: 'End-to-end tests', run: runPlaywright },
  ...(asked.slow ? [{ name: 'Slow tests', run: () => runVitest('slow', '--maxWorkers=1') }] : []),
]

function check(name: string, tool: Tool, args: readonly string[]): Step {
  const run = async () => {
    const { code } = await runNode([toolPath(tool), ...args], { output: 'shown' })
    return tallyOfCheck(code === 0)
  }
  return { name, run }
}

async function checkLayers(): Promise<Tally> {
  const folders = ['apps', 'packages', 'bench', 'e2e', 'scripts']
  const { code, text } = await runNode([toolPath('depcruise'), ...folders], { output: 'kept' })
  stdout.write(text)
  // Without a parser that knows TypeScript it finds no module, hence no violation, and is content.
  const cruised = Number(/\b(\d+) modules/.exec(text)?.[1] ?? 0)
  if (cruised === 0) stdout.write('No module was looked at, so nothing was checked.\n')
  return tallyOfCheck(code === 0 && cruised > 0)
}

/** Runs one of the projects of vitest.config.ts. */
async function runVitest(project: 'usual' | 'slow', ...options: string[]): Promise<Tally> {
  const file = path.join(reports, `vitest-${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', `--project=${project}`, ...reporters, ...options]
  const { code } = await runNode([toolPath('vitest'), ...args], { output: 'shown' })
  const report = readReport(file)
  failed.push(...failedTests.vitest(report))
  return tallyOfReport(report, reportShapes.vitest, code)
}

async function buildWebApp(): Promise<Tally> {
  await buildWeb()
  const { code } = await runNode(['scripts/check-bundle.ts'], { output: 'shown' })
  return tallyOfCheck(code === 0)
}

async function runPlaywright(): Promise<Tally> {
  // Loaded here, so that a checkout without Playwright loses this step and not all of them.
  const { browserVariable } = await import('./browser.ts')
  const { provideBrowser } = await import('./browser-install.ts')
  const file = path.join(reports, 'playwright.json')
  const env = {
    ...process.env,
    [browserVariable]: await provideBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  }
  const args = ['test', '--reporter=list,json']
  const { code } = await runNode([toolPath('playwright'), ...args], { env, output: 'shown' })
  const report = readReport(file)
  failed.push(...failedTests.playwright(report))
  return tallyOfReport(report, reportShapes.playwright, code)
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

const lines: string[] = []
const tallies: Tally[] = []
for (const { name, run } of steps) {
  stdout.write(`\n▶ ${name}\n`)
  const begun = performance.now()
  const tally = await run().catch((error: unknown) => {
    stdout.write(`${error instanceof Error ? error.message : error}\n`)
    return tallyOfCheck(false)
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const line = `${tally.failed === 0 ? '✔' : '✖'} ${name}: ${printTally(tally)} in ${seconds} s`
  stdout.write(`${line}\n`)
  lines.push(line)
  tallies.push(tally)
}

const total = addTallies(tallies)
for (const { name, reason } of failed) {
  stdout.write(`\n✖ ${path.isAbsolute(name) ? path.relative(root, name) : name}\n  ${reason}\n`)
}
stdout.write(`\n${lines.join('\n')}\n\n${printTally(total)}\n`)
exit(total.failed === 0 ? 0 : 1)
