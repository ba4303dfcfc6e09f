import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, type TestContext } from 'vitest'
import { bffCommand, bffEnvironment, root } from '../../../scripts/root.ts'
import { environmentSchema } from '../src/environment.ts'
import { itWith, runTool } from './system-tool.ts'

/** Where the manual puts CDP Watch. */
const home = '/opt/cdp-watch'
const unit = readFileSync(path.join(root, 'ops/systemd/cdp-watch.service'), 'utf8')
const manual = readFileSync(path.join(root, 'docs/operate.md'), 'utf8')

/** Lays the unit down as if this checkout were in its place, since systemd looks for what it starts. */
function layUnit({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-unit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'cdp-watch.service'), unit.replaceAll(home, root))
  return folder
}

it('starts what `npm start` starts, in the same way', () => {
  const command = /^ExecStart=(.+)$/m.exec(unit)?.[1]?.split(' ')
  expect(command).toEqual([
    `${home}/node_modules/.bin/node`,
    ...bffCommand.map((part) => part.replace(root, home)),
  ])
  const variables = Object.fromEntries(
    [...unit.matchAll(/^Environment=(.+)$/gm)]
      .flatMap((match) => match[1]?.split(' ') ?? [])
      .map((pair) => pair.split('=', 2)),
  )
  const { NODE_COMPILE_CACHE: _inTheCheckout, ...shared } = bffEnvironment
  expect(variables).toMatchObject(shared)
  const ours = Object.keys(variables).filter((name) => name in environmentSchema.shape)
  expect(ours.toSorted()).toEqual(['DATA_DIR', 'EM_PASSWORD_FILE'])
})

itWith('systemd-analyze')('is a unit that systemd takes', (context) => {
  const folder = layUnit(context)
  const { code, text } = runTool(
    'systemd-analyze',
    ['verify', '--man=no', 'cdp-watch.service'],
    folder,
  )
  expect(text).not.toContain('cdp-watch')
  expect(code, text).toBe(0)
})

itWith('systemd-analyze')('is as little exposed as the manual says', (context) => {
  const folder = layUnit(context)
  const args = ['security', '--offline=true', '--no-pager', 'cdp-watch.service']
  const { text } = runTool('systemd-analyze', args, folder)
  const score = Number(/exposure level for cdp-watch\.service: (\d+\.\d)/.exec(text)?.[1])
  const told = Number(/`systemd-analyze security` gives it (\d\.\d)/.exec(manual)?.[1])
  expect(score, text).toBeLessThanOrEqual(told)
})
